using Slipway.Migrations.Runner.CommandLine;

namespace Slipway.Migrations.Runner.Verbs;

internal sealed class HelpVerb : Verb
{
    public override Task<ExitCode> RunAsync(Run run, CancellationToken cancellation)
    {
        run.Journal.Text(Usage.Text);
        return Task.FromResult(ExitCode.Done);
    }
}
