using System.Globalization;

namespace Slipway.Acceptance.Tests.Signals;

/// <summary>The living processes that bear a mark in their environment, and their descendants: PostgreSQL writes over its own environment.</summary>
internal sealed class ProcessTree(string mark)
{
    private readonly HashSet<(int Id, string Started)> _known = [];

    /// <summary>Everyone who belongs to it now, those who lost their parent since the last look included.</summary>
    public IReadOnlyList<string> Look()
    {
        var living = Directory.EnumerateDirectories("/proc").Select(Process.Read).OfType<Process>().ToArray();
        var found = living.Where(process => process.Environment.Contains(mark, StringComparison.Ordinal) || _known.Contains(process.Stamp)).ToHashSet();
        // A child may stand before its parent: until a round finds no more.
        for (var before = -1; before < found.Count;)
        {
            before = found.Count;
            var ids = found.Select(process => process.Stamp.Id).ToHashSet();
            found.UnionWith(living.Where(process => ids.Contains(process.Parent)));
        }
        _known.UnionWith(found.Select(process => process.Stamp));
        return [.. found.Select(process => process.CommandLine)];
    }

    private sealed record Process((int Id, string Started) Stamp, int Parent, string CommandLine, string Environment)
    {
        public static Process? Read(string folder)
        {
            try
            {
                if (!int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var id)) return null;
                // "pid (name) state ppid ... starttime": the name may hold anything, parentheses too.
                var stat = File.ReadAllText($"{folder}/stat");
                var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
                if (fields[0] is "Z" or "X") return null;
                return new(
                    (id, fields[19]), int.Parse(fields[1], CultureInfo.InvariantCulture),
                    File.ReadAllText($"{folder}/cmdline").Replace('\0', ' ').TrimEnd(), File.ReadAllText($"{folder}/environ"));
            }
            catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
            {
                return null;
            }
        }
    }
}
