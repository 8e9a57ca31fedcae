using Slipway.Analyzers.Tests.Boundaries;

namespace Slipway.Analyzers.Tests.Attacks;

public class SuppressionTests
{
    [Fact]
    public Task A_pragma_changes_nothing() => new ForeignAssembly("services/ordering")
        .Linking("Catalog", "services/catalog")
        .Saying("#pragma warning disable SLW1001\nclass Order { Catalog.Thing? Thing; }")
        .IsRefused();
}
