using Slipway.Boundaries.Tests.Harness;

namespace Slipway.Boundaries.Tests.Folders;

public class UnknownFolderTests
{
    [Fact]
    public void A_project_outside_of_every_unit_fails_closed()
    {
        using var platform = new SamplePlatform().With("services/ordering").Stray("sites/Shop/Shop.csproj");

        Assert.Equal(["SLW9004 sites/Shop/Shop.csproj"], platform.Rules());
    }

    [Theory]
    [InlineData("build/Build.csproj")]
    [InlineData("tests/Journeys/Journeys.csproj")]
    [InlineData("tools/Seed/Seed.csproj")]
    public void Build_programs_tests_over_several_units_and_tools_are_known(string project)
    {
        using var platform = new SamplePlatform().With("services/ordering").Stray(project);

        Assert.Empty(platform.Rules());
    }
}
