using Slipway.Machine.Processes;
using Slipway.Model.Platforms;
using Slipway.Model.Problems;
using Slipway.Model.Units;
using Slipway.Pipeline.Plans;
using Slipway.Pipeline.Runs;
using Slipway.Pipeline.Stages.Migrations;
using Slipway.Workspace.Fingerprints;
using Slipway.Workspace.Versions;

namespace Slipway.Pipeline.Tests.Stages.Migrations;

/// <summary>What people wrote wrongly about migrations is told when the run is planned: nothing has been compiled then.</summary>
public sealed class BeforeTheRunTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("slipway-before-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public async Task Everything_that_is_wrong_with_lock_statistics_and_live_releases_is_told_together()
    {
        Write("services/catalog/migrations.lock", "V1__a sha256:12 expand reversible -\n");
        Write("services/catalog/statistics.yaml", "tables:\n  orders: many\n");
        Directory.CreateDirectory(Path.Combine(_root, "artifacts/releases/services/catalog/1.4.0"));
        var run = await RunAsync("catalog/v1.4.0,catalog/v9.9.9");

        var problems = Assert.Throws<BadInputException>(() => Plan(new MigrationsStage(), run)).Problems;

        Assert.Equal(
            [
                "services/catalog/migrations.lock(1,7): SLP1060: 'sha256:12' is no digest.",
                "services/catalog/statistics.yaml(2,11): SLP1061: The rows of 'orders' are no whole number.",
                "SLP1070: services/catalog 9.9.9 is said to be live, and does not lie in artifacts/releases; there are: 1.4.0.",
            ],
            problems.Select(problem => problem.ToString().Split('\n')[0]));
    }

    [Fact]
    public async Task Where_nothing_was_released_nothing_can_be_live()
    {
        var run = await RunAsync("catalog/v1.4.0");

        Assert.StartsWith(
            "SLP1070: services/catalog 1.4.0 is said to be live, and does not lie in artifacts/releases, where there is no release of services/catalog at all.",
            Assert.Single(Assert.Throws<BadInputException>(() => Plan(new MigrationsStage(), run)).Problems).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_without_the_stage_reads_none_of_it()
    {
        Write("services/catalog/migrations.lock", "what is this\n");

        Assert.Single(Plan(new PaperStage("unit"), await RunAsync("catalog/none")).Nodes);
    }

    private Plan Plan(Slipway.Pipeline.Stages.Stage stage, RunContext run) =>
        Planner.Plan(run.Platform, [], [Harbour.Step(stage)], (_, _) => Model.Digest.Of("inputs"), _ => "toolchain", run: run);

    private async Task<RunContext> RunAsync(string live)
    {
        Write("services/catalog/unit.yaml", "");
        var unit = new Unit
        {
            Id = new(UnitKind.Service, UnitName.Parse("catalog")), Toolchain = Toolchain.DotNet, Root = "services/catalog", Folders = ["services/catalog"],
            Database = new("postgresql", "catalog") { Migrations = "sql" },
        };
        var platform = new Platform { Name = "harbour", Root = _root, Units = [unit] };
        var inputs = await UnitFingerprints.ReadAsync(platform, cancel: TestContext.Current.CancellationToken);
        return new()
        {
            Platform = platform, Invocation = Guid.Empty, Paths = new(Path.Combine(_root, "artifacts")), Processes = new ProcessRunner(), Time = TimeProvider.System,
            Builder = "local", Inputs = inputs, Versions = await UnitVersions.ReadAsync(platform, inputs, TestContext.Current.CancellationToken), Resources = new(), Live = LiveReleases.Read([live], platform),
        };
    }

    private void Write(string path, string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(_root, path))!);
        File.WriteAllText(Path.Combine(_root, path), content);
    }
}
