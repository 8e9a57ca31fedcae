using Slipway.Acceptance.Tests.Harness;

namespace Slipway.Acceptance.Tests.Failing;

public sealed class ForeignUnits(ReferencePlatform platform)
{
    [Fact]
    public async Task A_reference_from_service_to_service_fails_boundaries()
    {
        using var bold = platform.Write("services/bold/src/Bold/Bold.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\" />\n");
        using var project = platform.Write("services/bare/src/Bare/Bare.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">

              <ItemGroup>
                <ProjectReference Include="../../../bold/src/Bold/Bold.csproj" />
              </ItemGroup>

            </Project>

            """);

        var run = await platform.RunAsync("--target=Boundaries", "--unit=bare");

        Assert.StartsWith(
            "  services/bare/src/Bare/Bare.csproj(4,32): error SLW1001: ",
            run.FailsAlone("services/bare", "boundaries"), StringComparison.Ordinal);
    }
}
