using Cake.Frosting;
using Slipway.Artifacts.Keys;
using Slipway.Frosting.CommandLine;
using Slipway.Frosting.Keys;
using Slipway.Frosting.Output;
using Slipway.Model.Problems;

namespace Slipway.Frosting.Tasks;

[TaskName("Keys")]
[TaskDescription("List the keys that sign and that are believed; make one, trust one, or revoke one")]
[TaskOption("new-key", "Make a release key in this file, outside of the repository, under SLIPWAY_SIGNING_KEY_PASSPHRASE; its public half gets the ending .pub")]
[TaskOption("trust", "Add this public key to trust.yaml: a PEM, or file:PATH")]
[TaskOption("builder", "With --trust: the builder that signs with it, such as ci. Default: any")]
[TaskOption("attests", "With --trust: what it may attest, with commas: provenance, sbom, or stages that are gates. Default: everything")]
[TaskOption("not-before", "With --trust: from when it counts, 2026-12-31 or 2026-12-31T18:00:00Z. Default: always")]
[TaskOption("not-after", "With --trust: from when on it no longer counts. Default: never")]
[TaskOption("replaces", "With --trust: the id of the key that it replaces; what that one signs from now on no longer counts")]
[TaskOption("revoke", "Write in trust.yaml that nothing counts any more that the key of this id signed, whenever that was")]
public sealed class KeysTask : FrostingTask<SlipwayContext>
{
    private static readonly string[] Verbs = ["new-key", "trust", "revoke"];
    private static readonly string[] OfTrust = ["builder", "attests", "not-before", "not-after", "replaces"];

    public override void Run(SlipwayContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        string? Given(string option) => context.Arguments.GetArguments(option).LastOrDefault();
        string[] verbs = [.. Verbs.Where(verb => Given(verb) is not null)];
        if (verbs.Length > 1) throw Bad($"--{verbs[0]} and --{verbs[1]} do not go together.", "Give them one after the other.");
        if (!verbs.Contains("trust") && OfTrust.FirstOrDefault(option => Given(option) is not null) is { } stray)
            throw Bad($"--{stray} says something of the key that --trust adds, and there is none.", "Give --trust file:PATH, or change trust.yaml by hand.");

        var places = KeyPlaces.FromEnvironment(context.PlatformRoot);
        var changes = new KeyChanges(context.PlatformRoot, places, TimeProvider.System);
        var lines = verbs switch
        {
            ["new-key"] => changes.Make(Given("new-key")!),
            ["trust"] => changes.Trust(new()
            {
                Key = Given("trust")!,
                Builder = Given("builder"),
                Attests = Given("attests"),
                NotBefore = Given("not-before"),
                NotAfter = Given("not-after"),
                Replaces = Given("replaces"),
            }),
            ["revoke"] => changes.Revoke(Given("revoke")!),
            _ => KeysText.Lines(new KeyStore(places), places, TimeProvider.System.GetUtcNow()),
        };
        foreach (var line in lines) Painter.Line(line);
    }

    private static BadInputException Bad(string message, string mend) =>
        new(new Problem { Code = Codes.BadOptionValue, Message = message, Mend = mend });
}
