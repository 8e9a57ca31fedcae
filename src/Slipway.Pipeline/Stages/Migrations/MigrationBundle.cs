using System.Collections.Immutable;
using Slipway.Machine.Processes;
using Slipway.Migrations;
using Slipway.Model.Problems;

namespace Slipway.Pipeline.Stages.Migrations;

/// <summary>A compiled migration bundle, which is only ever run as a process of its own.</summary>
/// <param name="Context">Of the stage that asks.</param>
/// <param name="Assembly">The program, absolute: an assembly, or the one file that a release has.</param>
/// <param name="Origin">What messages call it, relative to the platform's root.</param>
internal sealed record MigrationBundle(StageContext Context, string Assembly, string Origin)
{
    // Moving a whole history takes seconds; what takes minutes hangs.
    private static readonly TimeSpan TimeLimit = TimeSpan.FromMinutes(5);

    /// <summary>That of a release, out of the store; null where it has none.</summary>
    /// <exception cref="KnownFailureException">What lies there is not what was released.</exception>
    public static MigrationBundle? Of(StageContext context, LastRelease release)
    {
        var files = release.FilesOf("migrate");
        // It is run, so every byte of it has to be the one that was released.
        foreach (var file in files) release.Read(file);
        return BundleProgram.Find([.. files.Select(file => release.Absolute(file.Path))]) is { } program ? new(context, program, context.Relative(program)) : null;
    }

    /// <summary>What it would do.</summary>
    /// <exception cref="KnownFailureException">It cannot be loaded, or ends badly.</exception>
    public async Task<MigrationSet> DescribeAsync(CancellationToken cancellation)
    {
        var run = await RunAsync(connection: null, cancellation, "describe");
        if (!run.Succeeded) throw Failed("describe itself", run, "run it by hand; it must load without the service's settings, and link a Slipway.Migrations.Runner of this version");
        return MigrationSet.Read(run.Output, Origin);
    }

    /// <summary>Brings a database to its newest migration.</summary>
    /// <exception cref="KnownFailureException">A migration failed.</exception>
    public async Task ApplyAsync(string connection, CancellationToken cancellation)
    {
        var run = await RunAsync(connection, cancellation, "apply");
        if (!run.Succeeded)
        {
            throw new KnownFailureException(new Problem
            {
                Code = Codes.UpgradeFailed,
                Message = $"{Origin} could not migrate a database with the schema of the last release, and ended with {run.ExitCode}: {run.Tail.Trim()}",
                File = Origin,
                Mend = "mend the migration that is named; where a released one was edited, undo the edit",
            });
        }
    }

    /// <summary>What its verb <c>compat</c> finds; nothing where its code works on the database.</summary>
    /// <param name="migrated">The database to hold its model against.</param>
    /// <param name="baseline">The database as this bundle alone has made it.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="KnownFailureException">It ended badly: nobody has looked.</exception>
    public async Task<ImmutableArray<Incompatibility>> CompareAsync(string migrated, string baseline, CancellationToken cancellation)
    {
        const int differs = 5;
        var run = await RunAsync(migrated, cancellation, "compat", "--json", "--baseline", baseline);
        if (run.ExitCode is not (0 or differs)) throw Failed("compare its model with a database", run, "the release is not one that this version can ask; see its output");
        var lines = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(line => line.StartsWith('{'));
        return [.. lines.Select(Incompatibility.Read).OfType<Incompatibility>()];
    }

    private Task<ProcessResult> RunAsync(string? connection, CancellationToken cancellation, params ImmutableArray<string> arguments)
    {
        var (program, first) = BundleProgram.Command(Context, Assembly);
        var request = new ProcessRequest
        {
            FileName = program,
            Arguments = [.. first, .. arguments],
            WorkingDirectory = Path.GetDirectoryName(Assembly)!,
            // A scratch database is nobody's production, and its role may do everything.
            Environment = BundleProgram.WithDotNet(Context.Run.Environment).SetItem("SLIPWAY_ENVIRONMENT", null),
            TimeLimit = TimeLimit,
        };
        return Context.Run.Processes.RunAsync(connection is null ? request : request.With("SLIPWAY_CONNECTION", connection), cancellation);
    }

    private KnownFailureException Failed(string what, ProcessResult run, string mend) => new(new Problem
    {
        Code = Codes.BundleFailed,
        Message = $"The migration bundle of {Context.Unit.Id} could not {what}, and ended with {run.ExitCode}: {run.Tail.Trim()}",
        File = Origin,
        Mend = mend,
    });
}
