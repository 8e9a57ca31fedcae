using Slipway.Frosting.CommandLine;
using Slipway.Model.Problems;
using Slipway.Workspace;

namespace Slipway.Frosting.Hosting;

/// <summary>Which platform a run is about, and where it may write.</summary>
internal static class PlatformChoice
{
    // What a platform's root shows, with a platform.yaml or by convention alone.
    private static readonly string[] Marks = [PlatformLocator.FileName, ".git", "services", "apps", "packages"];

    public static string Root(HostSettings settings, HostArguments arguments) => (arguments.Platform, settings.Platform) switch
    {
        ({ } named, _) => Existing(Path.GetFullPath(named)),
        (_, { } own) => Path.GetFullPath(Path.Combine(settings.Root, own)),
        _ => PlatformLocator.Find(settings.Root),
    };

    // Named is named: looking further up would run on a tree that nobody asked for.
    private static string Existing(string folder)
    {
        var missing = !Directory.Exists(folder) ? "there is no such folder"
            : !Marks.Any(mark => Path.Exists(Path.Combine(folder, mark))) ? $"it holds none of {string.Join(", ", Marks)}"
            : null;
        return missing is null ? Path.TrimEndingDirectorySeparator(folder) : throw new BadInputException(new Problem
        {
            Code = Codes.BadOptionValue,
            Message = $"No platform was found in '{folder}': {missing}.",
            Mend = "--platform names the platform's root, the folder of its platform.yaml",
        });
    }

    // A foreign platform keeps its own artifacts: two platforms must not share records.
    public static string Artifacts(HostSettings settings, HostArguments arguments) =>
        Path.Combine(arguments.Platform is null ? settings.Root : Root(settings, arguments), "artifacts");
}
