using Microsoft.EntityFrameworkCore;
using Slipway.Migrations.Runner.CommandLine;
using Slipway.Migrations.Runner.Output;

namespace Slipway.Migrations.Runner.Verbs;

/// <summary>What one run of a verb has to hand.</summary>
internal sealed record Run(RunnerOptions Options, string Connection, Func<string, DbContext> ContextFor, Journal Journal)
{
    public DbContext Context() => ContextFor(Connection);
}
