using System.Collections.Immutable;
using Slipway.Machine.Files;
using Slipway.Pipeline.Runs;
using Slipway.Pipeline.Stages.Node;

namespace Slipway.Pipeline.Stages.Restore;

/// <summary>
/// All lock files of a platform as they lie there. A restore touches those of the projects that it passes through too, and one that
/// fails half-way has written some: only a comparison tells, and puts things back.
/// </summary>
internal sealed class LockFileSnapshot
{
    private readonly string _root;
    private readonly ImmutableSortedDictionary<string, byte[]?> _content;

    private LockFileSnapshot(string root, IEnumerable<string> files) => (_root, _content) = (
        root, files.Distinct(StringComparer.Ordinal).ToImmutableSortedDictionary(file => file, file => Read(root, file), StringComparer.Ordinal));

    public static LockFileSnapshot Of(RunContext run) => new(
        run.Platform.Root,
        run.Platform.Units.SelectMany(unit => unit.Projects).Select(project => project.LockFile).OfType<string>()
            .Concat(NodeLockFile.All(run)));

    /// <summary>The files that are not as they were, relative to the platform's root, ordinal order.</summary>
    public ImmutableArray<string> Changed() => [.. _content.Where(pair => !Same(pair.Value, Read(_root, pair.Key))).Select(pair => pair.Key)];

    /// <summary>Makes every file what it was.</summary>
    public void Undo()
    {
        foreach (var file in Changed())
        {
            var path = Path.Join(_root, file);
            if (_content[file] is { } content) AtomicFile.WriteAllBytes(path, content);
            else File.Delete(path);
        }
    }

    private static byte[]? Read(string root, string file) => Path.Join(root, file) is var path && File.Exists(path) ? File.ReadAllBytes(path) : null;

    private static bool Same(byte[]? left, byte[]? right) =>
        left is null || right is null ? left == right : left.AsSpan().SequenceEqual(right);
}
