using Slipway.Model.Units;
using Slipway.Pipeline.Stages.DotNet;

namespace Slipway.Pipeline.Tests.Stages;

public class MixedUnitTests
{
    [Fact]
    public void A_manifest_beside_the_projects_of_a_NET_unit_is_not_given_to_MSBuild()
    {
        var unit = Harbour.Unit("quay") with
        {
            Toolchain = Toolchain.DotNet,
            Projects =
            [
                Project("apps/quay/package.json", Toolchain.Node),
                Project("apps/quay/src/Quay/Quay.csproj", Toolchain.DotNet),
            ],
        };

        Assert.Equal(["apps/quay/src/Quay/Quay.csproj"], unit.DotNetProjects.Select(project => project.Path));
    }

    private static Project Project(string path, Toolchain toolchain) => new() { Path = path, Toolchain = toolchain, Role = ProjectRole.Library, Name = "quay" };
}
