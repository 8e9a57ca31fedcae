using Microsoft.EntityFrameworkCore;
using Slipway.Migrations.Runner.CommandLine;
using Slipway.Migrations.Runner.Output;
using Slipway.Migrations.Runner.Verbs;

namespace Slipway.Migrations.Runner;

/// <summary>The whole of a migration bundle's <c>Program</c>.</summary>
public static class MigrationRunner
{
    /// <summary>Runs the verb that <paramref name="args"/> name and returns the process's exit code, an <see cref="ExitCode"/>.</summary>
    /// <param name="args">The command line as the process got it.</param>
    /// <param name="contextFor">Makes the service's context for a connection string. Called more than once; each result is disposed.</param>
    public static int Run(string[] args, Func<string, DbContext> contextFor)
    {
        ArgumentNullException.ThrowIfNull(args);
        ArgumentNullException.ThrowIfNull(contextFor);
        // dotnet-ef runs a bundle's Program while it looks for contexts; that must move no database.
        if (EF.IsDesignTime)
            return (int)ExitCode.Done;

        using var interruption = new Interruption();
        return (int)RunAsync(args, contextFor, Surroundings.OfProcess, interruption.Token).GetAwaiter().GetResult();
    }

    internal static async Task<ExitCode> RunAsync(
        IReadOnlyList<string> args, Func<string, DbContext> contextFor, Surroundings surroundings, CancellationToken cancellation)
    {
        var journal = Journal.For(Parser.ReadForm(args), surroundings, new Redaction([]));
        string? service = null;
        try
        {
            var words = ResponseFile.Expand(args);
            journal = Journal.For(Parser.ReadForm(words), surroundings, new Redaction([]));
            var options = Parser.Parse(words);
            options = options with { Production = options.Production || Parser.IsProduction(surroundings.Variable("SLIPWAY_ENVIRONMENT")) };
            var connection = ConnectionSource.Read(options, surroundings);
            IReadOnlyList<string> secrets = options.Baseline is { } baseline ? [connection, ConnectionSource.Checked(baseline)] : [connection];
            journal = Journal.For(options, surroundings, new Redaction(secrets));
            return await Verb.For(options.Verb).RunAsync(new(options, connection, Create, journal), cancellation);
        }
        catch (Exception failure)
        {
            var report = Failure.Explain(failure, cancellation.IsCancellationRequested) with { Service = service };
            journal.Failed(report, failure);
            return report.Exit;
        }

        DbContext Create(string connection)
        {
            var context = contextFor(connection);
            service = ServiceName.Of(context);
            return context;
        }
    }
}
