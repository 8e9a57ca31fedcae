using Microsoft.EntityFrameworkCore;
using Slipway.Migrations.Runner.CommandLine;
using Slipway.Migrations.Runner.Output;

namespace Slipway.Migrations.Runner.Verbs;

/// <summary>What one run of a verb has to hand.</summary>
internal sealed record Run(RunnerOptions Options, string Connection, Func<string, DbContext> ContextFor, Journal Journal)
{
    public DbContext Context() => Context(Connection);

    /// <summary>A context for another connection string than the run's own.</summary>
    public DbContext Context(string connection)
    {
        var context = ContextFor(connection);
        try
        {
            ConnectionSource.CheckFor(context.Database.ProviderName, context.Database.GetDbConnection().ConnectionString);
            return context;
        }
        catch (Exception failure) when (failure is ArgumentException or FormatException or InvalidCastException or OverflowException)
        {
            context.Dispose();
            throw new RunnerException(ExitCode.Usage, $"The connection string is not one for {context.GetType().Name}: {failure.Message}", failure);
        }
        catch
        {
            context.Dispose();
            throw;
        }
    }
}
