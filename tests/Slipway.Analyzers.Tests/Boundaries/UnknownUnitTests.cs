using Slipway.Analyzers.Boundaries;
using Slipway.Analyzers.Tests.Harness;

namespace Slipway.Analyzers.Tests.Boundaries;

public class UnknownUnitTests
{
    private const string Start = "The boundaries of 'TestProject' cannot be judged: the map '/repo/artifacts/slipway.map'";

    private static UnitCode<UnknownUnitAnalyzer> Code => new("services/ordering");

    [Fact]
    public Task A_map_of_the_unit_is_fine() => Code.Map("unit services/Ordering", "folder services/ordering", "", "allow services/catalog").IsSo();

    [Fact]
    public Task Without_a_map_the_place_tells() => Code.IsSo();

    [Fact]
    public Task A_map_of_another_kind_is_refused() => Code.MapText("units: []\n")
        .ExpectAt(1, 1, 1, $"{Start} cannot be read: its first line is not 'slipway.map 1'; run ./build.sh, which writes it again").IsSo();

    [Fact]
    public Task An_empty_map_is_refused() => Code.MapText("")
        .ExpectAt(1, 1, 1, $"{Start} cannot be read: its first line is not 'slipway.map 1'; run ./build.sh, which writes it again").IsSo();

    [Fact]
    public Task A_line_that_says_nothing_known_is_shown() => Code.Map("unit services/ordering", "alow services/catalog")
        .ExpectAt(1, 1, 1, $"{Start} cannot be read: line 3 says 'alow services/catalog', which is no key with a value; run ./build.sh, which writes it again").IsSo();

    [Fact]
    public Task A_map_that_names_no_unit_is_refused() => Code.Map("folder services/ordering")
        .ExpectAt(1, 1, 1, $"{Start} cannot be read: it names no unit; run ./build.sh, which writes it again").IsSo();

    [Fact]
    public Task Another_unit_s_map_is_refused() => Code.Map("unit services/catalog")
        .ExpectAt(1, 1, 1, $"{Start} is that of 'services/catalog', but the project lies in 'services/ordering'; run ./build.sh, which writes it again").IsSo();
}
