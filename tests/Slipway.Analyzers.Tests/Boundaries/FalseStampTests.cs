using Slipway.Analyzers.Boundaries;
using Slipway.Analyzers.Tests.Harness;

namespace Slipway.Analyzers.Tests.Boundaries;

public class FalseStampTests
{
    private const string Mend = "the targets of Slipway.Analyzers write the stamps; what a unit exposes is said in its unit.yaml";

    private static UnitCode<FalseStampAnalyzer> Code => new("services/ordering");

    [Fact]
    public Task A_stamp_that_the_targets_wrote_is_fine() => Code.IsSo();

    [Fact]
    public Task A_stripped_stamp_is_missed()
    {
        var code = Code;
        code.Stamp = "";
        return code.ExpectAt(1, 1, 1, $"The assembly 'TestProject' has lost the stamp of its unit: {Mend}").IsSo();
    }

    [Fact]
    public Task Another_unit_s_stamp_is_refused() => Code
        .Saying("[assembly: {|#0:System.Reflection.AssemblyMetadata(\"Slipway.Unit\", \"services/catalog\")|}]")
        .Expect(0, $"The assembly 'TestProject' stamps itself as 'services/catalog', but its project lies in 'services/ordering': {Mend}")
        .IsSo();

    [Fact]
    public Task What_is_exposed_is_not_said_in_code()
    {
        var code = Code;
        code.Stamp += "[assembly: System.Reflection.AssemblyMetadata(\"Slipway.Exposes\", \"Ordering.Api\")]";
        return code.Saying("[assembly: {|#0:System.Reflection.AssemblyMetadata(\"Slipway.Exposes\", \"*\")|}]")
            .Expect(0, $"The assembly 'TestProject' is stamped twice: {Mend}").IsSo();
    }

    [Theory]
    [InlineData("Slipway.Exposes", "*", "Code0.cs")]
    [InlineData("Slipway.Exposes", "*", "Slipway.Unit.g.cs")]
    [InlineData("Slipway.Exposes", "*", "obj/Ordering.AssemblyInfo.cs")]
    [InlineData("Slipway.VisibleTo", "services/catalog", "Code0.cs")]
    public Task What_the_targets_did_not_say_is_not_added_by_hand(string key, string value, string file) => Code
        .Saying($"[assembly: {{|#0:System.Reflection.AssemblyMetadata(\"{key}\", \"{value}\")|}}]", $"/repo/services/ordering/{file}")
        .Expect(0, $"The assembly 'TestProject' is stamped by hand: {Mend}").IsSo();

    [Fact]
    public Task What_the_targets_say_is_exposed_is_fine()
    {
        var code = Code;
        code.Stamp += "[assembly: System.Reflection.AssemblyMetadata(\"Slipway.Exposes\", \"*\")][assembly: System.Reflection.AssemblyMetadata(\"Slipway.VisibleTo\", \"services/catalog\")]";
        return code.IsSo();
    }

    [Fact]
    public Task Metadata_of_another_key_is_nobody_s_business() => Code.Saying("[assembly: System.Reflection.AssemblyMetadata(\"Slipway.Unity\", \"services/catalog\")]").IsSo();
}
