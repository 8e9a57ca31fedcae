using Slipway.Migrations.Runner.Description;

namespace Slipway.Migrations.Runner.Verbs;

/// <summary>Prints the bundle as one JSON document: its model, and what each migration does. It needs no database and opens none.</summary>
internal sealed class DescribeVerb : Verb
{
    public override async Task<ExitCode> RunAsync(Run run, CancellationToken cancellation)
    {
        await using var context = run.Context();
        run.Journal.Text(BundleDescription.Of(context).ToJsonString(CanonicalJson.Indented));
        return ExitCode.Done;
    }
}
