using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Slipway.Migrations.Runner.CommandLine;
using Slipway.Migrations.Runner.Compatibility;
using Slipway.Migrations.Runner.Database;

namespace Slipway.Migrations.Runner.Verbs;

/// <summary>Says whether the code of this bundle's release would work on a database as it is, and changes nothing.</summary>
internal sealed class CompatVerb : Verb
{
    public override async Task<ExitCode> RunAsync(Run run, CancellationToken cancellation)
    {
        await using var context = run.Context();
        if (context.Database.ProviderName != Session.PostgreSql)
            throw new RunnerException(ExitCode.Usage, Codes.OtherProvider, $"compat reads PostgreSQL's catalog; this bundle's provider is {context.Database.ProviderName}.",
                "Ask it of a bundle of a service on PostgreSQL.");

        var model = context.GetService<IDesignTimeModel>().Model.GetRelationalModel();
        var catalog = await ReadAsync(context, cancellation);
        var baseline = run.Options.Baseline is { } text ? await ReadAsync(run, text, cancellation) : null;
        var findings = CompatibilityCheck.Of(model, catalog, baseline);
        foreach (var finding in findings)
            run.Journal.Finding(finding);
        if (findings.Count > 0) return ExitCode.Drift;

        run.Journal.Say("compatible", "The code of this release works on this schema.");
        return ExitCode.Done;
    }

    private static async Task<Catalog> ReadAsync(Run run, string connection, CancellationToken cancellation)
    {
        await using var context = run.ContextFor(ConnectionSource.Checked(connection));
        return await ReadAsync(context, cancellation);
    }

    private static async Task<Catalog> ReadAsync(DbContext context, CancellationToken cancellation)
    {
        await Session.ConnectAsync(context, cancellation);
        return await Catalog.ReadAsync(context.Database.GetDbConnection(), cancellation);
    }
}
