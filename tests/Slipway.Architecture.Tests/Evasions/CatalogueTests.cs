using System.Globalization;
using System.Text.RegularExpressions;

namespace Slipway.Architecture.Tests.Evasions;

public partial class CatalogueTests(ITestOutputHelper output)
{
    [Fact]
    public void Every_evasion_that_is_said_to_be_caught_has_its_test_its_fixture_and_its_legal_twin() =>
        Rule.Holds("What is said to be caught is tested:", Caught.All.SelectMany(caught => caught.Missing()));

    [Fact]
    public void Every_row_of_the_catalogue_is_caught()
    {
        var catalogue = Path.Combine(Repository.Root, "..", "shared", "data", "evasions.md");
        Assert.SkipUnless(File.Exists(catalogue), "the catalogue of evasions lies outside of this repository, and is not here");
        var rows = Row.Matches(File.ReadAllText(catalogue)).Select(row => int.Parse(row.Groups["row"].Value, CultureInfo.InvariantCulture)).Distinct().Order().ToList();

        foreach (var caught in Caught.All) output.WriteLine(caught.ToString());

        Assert.NotEmpty(rows);
        Assert.Equal(rows, Caught.All.Select(caught => caught.Row).Distinct().Order());
    }

    [GeneratedRegex(@"(?<!\S)\*\*(?<row>\d+) |^\| (?<row>\d+) \|", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Row { get; }
}
