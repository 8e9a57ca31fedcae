using Slipway.Analyzers.Boundaries;
using Slipway.Analyzers.Tests.Harness;

namespace Slipway.Analyzers.Tests.Boundaries;

public class ForeignNamespaceTests
{
    private static UnitCode<ForeignNamespaceAnalyzer> Code => new("services/ordering");

    [Fact]
    public Task A_namespace_of_nothing_of_the_unit_is_shown() => Code
        .Saying("namespace {|#0:Billing.Domain.Mine|};")
        .Expect(0, "The namespace 'Billing.Domain.Mine' is named after nothing of the unit: a namespace of 'services/ordering' holds the name of the unit or of one of its assemblies, such as 'Ordering'")
        .IsSo();

    [Fact]
    public Task A_namespace_of_another_unit_names_its_owner() => Code
        .Linking("Contracts", Stamped.As("packages/contracts", "namespace Contracts.Events; public class Event;"))
        .Saying("namespace {|#0:Contracts.Events|} { class Mine; }")
        .Expect(0, "The namespace 'Contracts.Events' is that of 'packages/contracts': a namespace of 'services/ordering' holds the name of the unit or of one of its assemblies, such as 'Ordering'")
        .IsSo();

    [Fact]
    public Task A_longer_word_is_another_name() => Code.Saying("namespace [|OrderingArchive.Data|];").IsSo();

    [Theory]
    [InlineData("Ordering")]
    [InlineData("Ordering.Tests.Pricing")]
    [InlineData("Acme.Ordering.Pricing")]
    [InlineData("Acme.Order.Ing")]
    [InlineData("System.Text.Json")]
    public Task A_namespace_of_the_unit_or_of_a_library_that_it_extends_is_fine(string name) => Code.Saying($"namespace {name};").IsSo();

    [Fact]
    public Task An_inner_namespace_continues_the_outer_one() => Code.Saying("namespace Ordering { namespace Billing { class A; } }").IsSo();
}
