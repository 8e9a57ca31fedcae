using Slipway.Model.Platforms;
using Slipway.Model.Problems;
using Slipway.Model.Units;
using Slipway.Pipeline.Stages.Migrations;

namespace Slipway.Pipeline.Tests.Stages.Migrations;

public class LiveReleasesTests
{
    [Fact]
    public void Of_a_unit_that_nobody_speaks_of_nothing_is_known() => Assert.Null(LiveReleases.Read(["catalog/v1.0.0"], Shop).Of(Shop.Units[1].Id));

    [Fact]
    public void Releases_are_a_list_in_the_order_of_their_numbers() =>
        Assert.Equal(["1.2.0", "1.10.0"], LiveReleases.Read(["catalog/v1.10.0, services/Catalog/1.2.0", "catalog/v1.10.0"], Shop).Of(Shop.Units[0].Id)!.Value);

    [Fact]
    public void None_is_an_answer_too() => Assert.Empty(LiveReleases.Read(["ordering/none"], Shop).Of(Shop.Units[1].Id)!.Value);

    [Fact]
    public void A_file_holds_one_a_line_and_its_mistakes_have_a_place()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("slipway-live-").FullName, "live.txt");
        File.WriteAllText(file, "# what runs\ncatalog/v1.0.0\n\ncatalogue/v1.0.0\nordering/newest\n");

        var problems = Assert.Throws<BadInputException>(() => LiveReleases.Read([$"file:{file}"], Shop)).Problems;

        Assert.Equal(
            [
                ("'catalogue/v1.0.0' names no unit of this platform.", 4, "did you mean 'catalog/v1.0.0'?"),
                ("'ordering/newest' names no release of services/ordering.", 5, "write unit and version, such as catalog/v1.4.0, or catalog/none where none of it is live"),
            ],
            problems.Select(problem => (problem.Message, problem.Line!.Value, problem.Mend!)));
        Assert.All(problems, problem => Assert.Equal((Slipway.Pipeline.Stages.Migrations.Codes.BadLiveRelease, file), (problem.Code, problem.File)));
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
    }

    [Theory]
    [InlineData("/nowhere/live.txt")]
    [InlineData("/")]
    [InlineData("")]
    public void A_file_that_is_not_there_is_said(string path) =>
        Assert.StartsWith("The list of live releases cannot be read: ", Assert.Single(Assert.Throws<BadInputException>(() => LiveReleases.Read([$"file:{path}"], Shop)).Problems).Message, StringComparison.Ordinal);

    [Fact]
    public void A_unit_is_live_or_it_is_not() => Assert.Equal(
        "services/catalog is said to be live in a release, and not to be live.",
        Assert.Single(Assert.Throws<BadInputException>(() => LiveReleases.Read(["catalog/v1.0.0,catalog/none"], Shop)).Problems).Message);

    private static Platform Shop { get; } = new() { Name = "shop", Root = "/repo", Units = [Unit("catalog"), Unit("ordering")] };

    private static Unit Unit(string name) => new()
    {
        Id = new(UnitKind.Service, UnitName.Parse(name)), Toolchain = Toolchain.DotNet, Root = $"services/{name}", Folders = [$"services/{name}"],
    };
}
