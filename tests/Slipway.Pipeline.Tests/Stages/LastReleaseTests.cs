using System.Collections.Immutable;
using Slipway.Machine.Processes;
using Slipway.Model.Platforms;
using Slipway.Model.Stages;
using Slipway.Model.Units;
using Slipway.Pipeline.Scheduling;
using Slipway.Pipeline.Stages;
using Slipway.Pipeline.Stages.Boundaries;
using Slipway.Workspace.Fingerprints;
using Slipway.Workspace.Versions;

namespace Slipway.Pipeline.Tests.Stages;

/// <summary>What is held against the last release rests on that release and on there being no newer one: not on the builds in between.</summary>
public sealed class LastReleaseTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("slipway-last-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Theory]
    [InlineData("", "")]
    [InlineData("1.4.0", "1.4.0/,1.4.0")]
    [InlineData("1.4.0,1.10.0,2.0.0-rc.1,0.1.0-dev.g1234,.tmp-2.0.0", "1.10.0/,1.4.0/,1.10.0")]
    public async Task Boundaries_look_at_the_newest_of_a_tag_and_at_which_there_are(string stored, string expected)
    {
        var store = Path.Combine(_root, "artifacts/releases/services/catalog");
        foreach (var version in stored.Split(',', StringSplitOptions.RemoveEmptyEntries)) Directory.CreateDirectory(Path.Combine(store, version));

        var looked = new BoundariesStage().LooksAt(await ContextAsync(), StageResult.Succeeded);

        Assert.Equal([store + Path.DirectorySeparatorChar, .. expected.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(path => Path.Combine(store, path))], looked);
    }

    private async Task<StageContext> ContextAsync()
    {
        var unit = new Unit { Id = new(UnitKind.Service, UnitName.Parse("catalog")), Toolchain = Toolchain.DotNet, Root = "services/catalog", Folders = ["services/catalog"] };
        var platform = new Platform { Name = "harbour", Root = _root, Units = [unit] };
        var inputs = await UnitFingerprints.ReadAsync(platform, cancel: TestContext.Current.CancellationToken);
        return new()
        {
            Unit = unit, Stage = StageName.Boundaries, Fingerprint = Model.Digest.Of("inputs"), Log = new(), Others = _ => ImmutableDictionary<StageName, StageResult>.Empty,
            Before = ImmutableDictionary<StageName, NodeResult>.Empty,
            Run = new()
            {
                Platform = platform, Invocation = Guid.Empty, Paths = new(Path.Combine(_root, "artifacts")), Processes = new ProcessRunner(), Time = TimeProvider.System,
                Builder = "local", Inputs = inputs, Versions = await UnitVersions.ReadAsync(platform, inputs, TestContext.Current.CancellationToken), Resources = new(),
            },
        };
    }
}
