using Cake.Frosting;
using Slipway.Artifacts.Keys;
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
[TaskOption("to", "A registry and the path below which units go: registry.example.com/shop. Default, without --feed: publish.registry in platform.yaml. Credentials are Docker's own")]
[TaskOption("feed", "The index of a NuGet feed, or a folder. Default, without --to: publish.feed in platform.yaml. SLIPWAY_NUGET_API_KEY and SLIPWAY_NUGET_CERTIFICATE are looked at")]
[IsDependentOn(typeof(VerifyTask))]
public sealed class PublishTask : AsyncFrostingTask<SlipwayContext>
{
    public override async Task RunAsync(SlipwayContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        using var places = PublishPlaces.Read(context.CommandLine, context.PlatformRoot);
        var feed = places.Feed?.Open();
        var (plan, run) = await context.ForecastAsync();
        var terms = new VerificationTerms
        {
            Keys = new KeyStore(KeyPlaces.FromEnvironment(run.Platform.Root)).FindVerificationKeysHere(context.CommandLine.Key),
            Policies = run.Policies,
            Environment = context.CommandLine.Environment,
        };
        var publisher = new ReleasePublisher(terms, places.Registry, feed, new RegistryOptions { Progress = new TransferPrinter(TimeProvider.System) });
        var store = new ReleaseStore(context.Paths.Releases);
        List<Problem> problems = [];
        foreach (var unit in plan.Units)
        {
            // Of all that lie there the one that today's sources gave: it was verified.
            var release = store.Find(unit.Id, run.Versions.Of(unit.Id));
            try
            {
                if (release is null) throw new KnownFailureException(Unreleased(unit, run.Versions.Of(unit.Id)));
                foreach (var line in PublishText.Lines(await publisher.PublishAsync(release, context.CancellationToken))) Painter.Line(line);
            }
            catch (KnownFailureException failure)
            {
                // Each unit stands by itself: one that is refused keeps no other from its place.
                problems.AddRange(release is null ? failure.Problems : PublishText.Problems(release, failure, System.Environment.CurrentDirectory));
            }
        }
        if (problems.Count > 0) throw new KnownFailureException(problems);
    }

    private static Problem Unreleased(Unit unit, string version) => new()
    {
        Code = Artifacts.Codes.NothingToPublish,
        Message = $"{unit.Id} has no release {version}, which is what its sources are today.",
        Mend = $"Build it, by leaving --exclusive out: ./build.sh --target=Publish --unit={unit.Name}.",
    };
}
