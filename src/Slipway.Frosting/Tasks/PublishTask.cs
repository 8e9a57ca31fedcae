using Cake.Frosting;
using Slipway.Artifacts.Keys;
using Slipway.Artifacts.Policies;
using Slipway.Artifacts.Publishing;
using Slipway.Artifacts.Registries;
using Slipway.Artifacts.Store;
using Slipway.Artifacts.Verification;
using Slipway.Frosting.CommandLine;
using Slipway.Frosting.Output;
using Slipway.Frosting.Publishing;
using Slipway.Model.Problems;
using Slipway.Model.Units;

namespace Slipway.Frosting.Tasks;

[TaskName("Publish")]
[TaskDescription("Push each verified release to a registry with --to, and NuGet packages to a feed with --feed")]
[TaskOption("to", "A registry and the path below which units go: registry.example.com/shop. Credentials are Docker's own")]
[TaskOption("feed", "The index of a NuGet feed, or a folder; SLIPWAY_NUGET_API_KEY and SLIPWAY_NUGET_CERTIFICATE are looked at")]
[IsDependentOn(typeof(VerifyTask))]
public sealed class PublishTask : AsyncFrostingTask<SlipwayContext>
{
    public override async Task RunAsync(SlipwayContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        string? Given(string option) => context.Arguments.GetArguments(option).LastOrDefault();
        var registry = Given("to") is { } to ? RegistryReference.Parse(to.TrimEnd('/')) : null;
        using var feed = Given("feed") is { } source ? FeedPlace.FromEnvironment(source, context.PlatformRoot) : null;
        if (registry is null && feed is null) throw Nowhere();
        var platform = await context.ReadPlatformAsync();
        var chosen = context.CommandLine.Units;
        var units = platform.Units.Where(unit => chosen.IsEmpty || Names(unit).Intersect(chosen, StringComparer.OrdinalIgnoreCase).Any());
        var terms = new VerificationTerms
        {
            Keys = new KeyStore(KeyPlaces.FromEnvironment(platform.Root)).FindVerificationKeysHere(context.CommandLine.Key),
            Policies = PolicyFile.Find(platform.Root),
            Environment = context.CommandLine.Environment,
        };
        var publisher = new ReleasePublisher(terms, registry, feed?.Open(), new RegistryOptions { Progress = new TransferPrinter(TimeProvider.System) });
        var store = new ReleaseStore(context.Paths.Releases);
        StoredRelease[] releases = [.. units.Select(unit => store.Newest(unit.Id)).OfType<StoredRelease>()];
        if (releases.Length == 0) Painter.Line("  skipped: there is no release of any of the units", "grey");
        List<Problem> problems = [];
        foreach (var release in releases)
        {
            try
            {
                foreach (var line in PublishText.Lines(await publisher.PublishAsync(release, context.CancellationToken))) Painter.Line(line);
            }
            catch (KnownFailureException failure)
            {
                // Each unit stands by itself: one that is refused keeps no other from its place.
                problems.AddRange(failure.Problems);
            }
        }
        if (problems.Count > 0) throw new KnownFailureException(problems);
    }

    private static string[] Names(Unit unit) => [unit.Name.ToString(), unit.Id.ToString()];

    private static BadInputException Nowhere() => new(new Problem
    {
        Code = Codes.BadOptionValue,
        Message = "It is not said where to publish.",
        Mend = "Give --to=REGISTRY/PATH for images and artifacts, --feed=ADDRESS for NuGet packages, or both.",
    });
}
