using Slipway.Analyzers.Boundaries;
using Slipway.Analyzers.Tests.Harness;

namespace Slipway.Analyzers.Tests.Boundaries;

public class ForeignFriendTests
{
    private const string Friend = "System.Runtime.CompilerServices.InternalsVisibleTo";

    private static UnitCode<ForeignFriendAnalyzer> Code => new("services/ordering");

    [Fact]
    public Task Internals_are_not_opened_to_another_unit() => Code
        .Saying($"[assembly: {{|#0:{Friend}(\"Catalog.Api\")|}}]")
        .Expect(0, "'TestProject' opens its internals to 'Catalog.Api', which is no assembly of its unit: what others may use is public and lies in a package")
        .IsSo();

    [Fact]
    public Task A_longer_name_is_another_assembly() => Code.Saying($"[assembly: [|{Friend}(\"Ordering.TestsArchive\")|]]").IsSo();

    [Fact]
    public Task A_key_is_no_part_of_the_name() => Code
        .Saying($"[assembly: {Friend}(\"Ordering.Tests, PublicKey=0024\")]\n[assembly: [|{Friend}(\"Catalog, PublicKey=0024\")|]]").IsSo();

    [Fact]
    public Task The_unit_s_own_tests_and_run_time_proxies_are_friends() => Code
        .Saying($"[assembly: {Friend}(\"Ordering.Tests\"), {Friend}(\"DynamicProxyGenAssembly2\")]").IsSo();

    [Fact]
    public Task What_the_project_says_is_shown_in_the_project() => Code
        .WithProjectFile("<Project>\n  <InternalsVisibleTo Include=\"Catalog\" />\n</Project>")
        .Saying($"[assembly: {Friend}(\"Catalog\")]", "/repo/services/ordering/obj/Ordering.AssemblyInfo.cs")
        .ExpectAt(2, 31, 40).IsSo();

    [Fact]
    public Task Nobody_takes_another_unit_s_internals() => Code
        .Linking("Catalog", Stamped.As("services/catalog", "public class Thing;"))
        .Linking("OrderingDomain", Stamped.As("services/ordering", "public class Own;"))
        .Saying("""
            [assembly: {|#0:System.Runtime.CompilerServices.IgnoresAccessChecksTo("Catalog")|}]
            [assembly: System.Runtime.CompilerServices.IgnoresAccessChecksTo("OrderingDomain")]
            namespace System.Runtime.CompilerServices
            {
                [System.AttributeUsage(System.AttributeTargets.Assembly, AllowMultiple = true)]
                class IgnoresAccessChecksToAttribute(string name) : System.Attribute { public string Name => name; }
            }
            """)
        .Expect(0, "'TestProject' takes the internals of 'Catalog', which is an assembly of 'services/catalog': what others may use is public and lies in a package")
        .IsSo();
}
