using System.Collections.Immutable;
using Slipway.Machine.Postgres;
using Slipway.Machine.Processes;
using Slipway.Model.Platforms;
using Slipway.Model.Problems;
using Slipway.Model.Units;
using Slipway.Pipeline.Checkups;

namespace Slipway.Pipeline.Tests;

/// <summary>What is looked for on a machine depends on the units, and what is said on what was found.</summary>
public sealed class CheckupTests : IDisposable
{
    private readonly TempArtifacts _artifacts = new();
    private readonly Dictionary<string, string?> _tools = new() { ["git"] = "git version 2.43.0\n", ["node"] = "v22.1.0\n", ["npm"] = "10.9.4\n", ["dotnet"] = "10.0.100\n" };

    [Fact]
    public async Task Only_what_the_units_need_is_looked_for()
    {
        Assert.Equal(["git", "node", "npm", "artifacts", "cache"], (await Examine(Harbour.Platform("shop"))).Select(checkup => checkup.Name));
        Assert.Equal(["git", ".NET SDK", "artifacts", "cache"], (await Examine(DotNet(ProjectRole.UnitTests))).Select(checkup => checkup.Name));
        Assert.Equal(["git", ".NET SDK", "PostgreSQL", "artifacts", "cache"], (await Examine(DotNet(ProjectRole.IntegrationTests))).Select(checkup => checkup.Name));
    }

    [Theory]
    [InlineData("git", "git version 2.43.0 (Apple Git-154)\n", "2.43.0", null)]
    [InlineData("git", "git version 2.29.9\n", "2.29.9", "install git 2.30 or newer")]
    [InlineData("git", "something else\n", "something else", "install git 2.30 or newer")]
    [InlineData("git", null, "not found", "install git 2.30 or newer, and see that PATH names its folder")]
    [InlineData("node", "v18.20.1\n", "18.20.1", "install node 20.0 or newer")]
    [InlineData("npm", null, "not found", "install npm, and see that PATH names its folder")]
    public async Task A_tool_is_told_by_its_version_and_a_missing_or_old_one_with_what_to_install(string tool, string? says, string found, string? mend)
    {
        _tools[tool] = says;

        var checkup = (await Examine(Harbour.Platform("shop"))).Single(checkup => checkup.Name == tool);

        Assert.Equal((found, mend), (checkup.Found, checkup.Mend));
    }

    [Fact]
    public async Task A_lent_server_is_told_without_its_address()
    {
        var checkups = await Examine(DotNet(ProjectRole.IntegrationTests), new() { ConnectionString = "postgres://me:secret@db/x" });

        Assert.Equal("a server that SLIPWAY_POSTGRES names", checkups.Single(checkup => checkup.Name == "PostgreSQL").Found);
    }

    [Fact]
    public async Task Looking_leaves_nothing_behind()
    {
        Assert.All(await Examine(Harbour.Platform("shop")), checkup => Assert.True(checkup.IsGood, checkup.Found));

        Assert.Empty(Directory.GetFileSystemEntries(_artifacts.Paths.Root));
    }

    public void Dispose() => _artifacts.Dispose();

    private Task<ImmutableArray<Checkup>> Examine(Platform platform, PostgresSearch? search = null) =>
        new Examination(platform, _artifacts.Paths, new Tools(_tools), search ?? new()).MakeAsync(TestContext.Current.CancellationToken);

    private static Platform DotNet(ProjectRole role) => Harbour.Platform() with
    {
        Units =
        [
            new()
            {
                Id = new(UnitKind.Service, UnitName.Parse("till")),
                Toolchain = Toolchain.DotNet,
                Root = "services/till",
                Folders = ["services/till"],
                Projects = [new() { Path = "services/till/Till.csproj", Name = "Till", Toolchain = Toolchain.DotNet, Role = role }],
            },
        ],
    };

    private sealed class Tools(Dictionary<string, string?> says) : IProcessRunner
    {
        public Task<ProcessResult> RunAsync(ProcessRequest request, CancellationToken cancellationToken = default) => says[request.FileName] is { } output
            ? Task.FromResult(new ProcessResult { CommandLine = request.CommandLine, ExitCode = 0, Output = output, Error = "", Tail = output, Duration = TimeSpan.Zero })
            : throw new BadInputException(new Problem { Code = "SLP3004", Message = "It is not there." });
    }
}
