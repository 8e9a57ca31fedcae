using System.Collections.Immutable;
using Slipway.Evidence.Releases;
using Slipway.Machine.Files;
using Slipway.Model.Problems;

namespace Slipway.Artifacts.Releases;

/// <summary>Which file goes where: made and checked whole before the first is copied.</summary>
internal sealed class CopyPlan
{
    private const UnixFileMode Plain = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
    private const UnixFileMode Execute = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    private readonly SortedDictionary<string, string> _sources;

    private CopyPlan(SortedDictionary<string, string> sources, ImmutableSortedDictionary<string, string> parts)
    {
        _sources = sources;
        Parts = parts;
        Targets = [.. sources.Keys];
    }

    /// <summary>Where each part will lie, relative to the release.</summary>
    public ImmutableSortedDictionary<string, string> Parts { get; }

    /// <summary>Every file of the release, relative, ordinal order.</summary>
    public ImmutableArray<string> Targets { get; }

    /// <exception cref="KnownFailureException">Something in a part cannot be shipped.</exception>
    public static CopyPlan Of(ImmutableArray<ReleasePart> parts)
    {
        var problems = new List<Problem>();
        var sources = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var places = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var part in parts)
        {
            var isFile = File.Exists(part.Source);
            var root = isFile ? Path.GetDirectoryName(part.Source)! : part.Source;
            IReadOnlyList<string> files = isFile ? [Path.GetFileName(part.Source)] : FileTree.Files(root);
            if (files.Count == 0) problems.Add(Missing(part));
            places.Add(part.Name, isFile ? $"{part.Name}/{files[0]}" : part.Name);
            foreach (var file in files)
            {
                var target = $"{part.Name}/{file}";
                if (LinkFault(root, file) is { } why) problems.Add(Unshippable(Codes.LinkInPart, root, file, $"is a link {why}"));
                if (ReleasePath.Fault(target) is { } fault) problems.Add(Unshippable(Codes.UnshippableName, root, file, fault));
                sources.Add(target, Path.Combine(root, file));
            }
        }
        foreach (var (first, second) in ReleasePath.Clashes(sources.Keys))
            problems.Add(Unshippable(Codes.UnshippableName, "", second, $"is the same file as {first} where case does not count"));
        return problems.Count == 0 ? new(sources, places.ToImmutable()) : throw new KnownFailureException(problems);
    }

    public async Task CopyAsync(string folder, CancellationToken cancellation)
    {
        foreach (var parent in Targets.Select(Path.GetDirectoryName).Distinct()) Directory.CreateDirectory(Path.Combine(folder, parent!));
        await Parallel.ForEachAsync(_sources, cancellation, (pair, _) =>
        {
            Copy(pair.Value, Path.Combine(folder, pair.Key));
            return ValueTask.CompletedTask;
        });
    }

    private static void Copy(string source, string target)
    {
        // A pipe has no size either; opening one would wait for ever.
        if (new FileInfo(source) is { LinkTarget: null, Length: 0 }) File.Create(target).Dispose();
        else File.Copy(source, target);
        if (OperatingSystem.IsWindows()) return;
        // Two modes only, so that nobody's umask shows in what ships.
        var runs = (File.GetUnixFileMode(source) & Execute) != 0;
        File.SetUnixFileMode(target, runs ? Plain | Execute : Plain);
    }

    // A link to a file of the same part ships as that file; everything else that a link can be would ship something from elsewhere.
    private static string? LinkFault(string root, string file)
    {
        var link = new FileInfo(Path.Combine(root, file));
        if (link.LinkTarget is null) return null;
        try
        {
            var target = Path.GetFullPath(link.ResolveLinkTarget(returnFinalTarget: true)!.FullName);
            var inside = Path.TrimEndingDirectorySeparator(Path.GetFullPath(root)) + Path.DirectorySeparatorChar;
            if (!target.StartsWith(inside, StringComparison.Ordinal)) return $"that leaves its part, to {target}";
            if (Directory.Exists(target)) return "to a folder";
            return File.Exists(target) ? null : "to nothing";
        }
        catch (IOException)
        {
            return "that leads in a circle";
        }
    }

    private static Problem Missing(ReleasePart part) => new()
    {
        Code = Codes.PartMissing,
        Message = $"The part '{part.Name}' has no files: nothing lies at {part.Source}.",
        File = part.Source,
        Mend = "Look at what the build wrote; a release without this part would not run.",
    };

    private static Problem Unshippable(string code, string root, string file, string why) => new()
    {
        Code = code,
        Message = $"{file} cannot be shipped: it {why}.",
        File = Path.Combine(root, file),
        Mend = "Make the build write a plain file with a plain name, or leave it out of the output.",
    };
}
