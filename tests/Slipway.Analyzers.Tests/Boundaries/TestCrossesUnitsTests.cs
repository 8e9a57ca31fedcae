using Slipway.Analyzers.Boundaries;
using Slipway.Analyzers.Tests.Harness;

namespace Slipway.Analyzers.Tests.Boundaries;

public class TestCrossesUnitsTests
{
    private static readonly string Catalog = Stamped.As("services/catalog", "namespace Catalog; public class Thing;");

    [Fact]
    public Task The_tests_of_a_unit_do_not_link_another() => new UnitCode<TestCrossesUnitsAnalyzer>("services/ordering")
        .Fact("test\ttrue")
        .Linking("Catalog", Catalog)
        .ExpectAt(1, 1, 1, "The tests of 'services/ordering' reference the assembly 'Catalog' of 'services/catalog': a unit is tested against the contracts of 'catalog', not its code; tests of several units lie in the folder 'tests' of the platform's root")
        .IsSo();

    [Fact]
    public Task The_tests_of_a_unit_link_the_unit() => new UnitCode<TestCrossesUnitsAnalyzer>("services/ordering")
        .Fact("test\ttrue")
        .Linking("OrderingDomain", Stamped.As("services/ordering", "public class Thing;")).IsSo();

    [Fact]
    public Task Tests_beside_the_units_link_them_all() => new UnitCode<TestCrossesUnitsAnalyzer>("")
        .Fact("test\ttrue")
        .Linking("Catalog", Catalog).IsSo();

    [Fact]
    public Task Code_that_is_no_test_is_another_rule_s_matter() => new UnitCode<TestCrossesUnitsAnalyzer>("services/ordering")
        .Linking("Catalog", Catalog).IsSo();
}
