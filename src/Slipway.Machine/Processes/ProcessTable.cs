using System.Globalization;
using System.Runtime.Versioning;

namespace Slipway.Machine.Processes;

/// <summary>The living processes of a Linux machine at one moment.</summary>
internal sealed class ProcessTable
{
    private readonly Dictionary<ProcessStamp, Row> _rows = [];

    /// <summary>Reads <c>/proc</c>; zombies are left out, because they run nothing and only their parent can remove them.</summary>
    [SupportedOSPlatform("linux")]
    public static ProcessTable Read()
    {
        var table = new ProcessTable();
        foreach (var id in Ids())
        {
            if (Fields(id) is not { } fields || fields[0] is "Z" or "X") continue;
            table._rows[new(id, Started(fields))] = new(Int(fields[1]), Int(fields[3]));
        }
        return table;
    }

    /// <summary>Of every process that <c>/proc</c> names.</summary>
    [SupportedOSPlatform("linux")]
    public static IEnumerable<int> Ids()
    {
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder.AsSpan()), NumberStyles.None, CultureInfo.InvariantCulture, out var id)) yield return id;
        }
    }

    /// <summary>When a process was started, in clock ticks since the machine was; null when it is gone.</summary>
    [SupportedOSPlatform("linux")]
    public static ulong? StartOf(int id) => Fields(id) is { } fields ? Started(fields) : null;

    /// <summary>Whether it runs; a zombie does not.</summary>
    [SupportedOSPlatform("linux")]
    public static bool IsRunning(ProcessStamp process) => Fields(process.Id) is { } fields && fields[0] is not ("Z" or "X") && Started(fields) == process.Started;

    public bool IsAlive(ProcessStamp process) => _rows.ContainsKey(process);

    /// <summary>A process, its descendants, the members of its session, and those who bear its mark.</summary>
    /// <param name="root">The process.</param>
    /// <param name="since">When it was started: who is older has no part in it.</param>
    /// <param name="bearsMark">Asked only of those who are not older.</param>
    public HashSet<ProcessStamp> TreeOf(int root, ulong since, Func<ProcessStamp, bool> bearsMark)
    {
        var young = _rows.Where(pair => pair.Key.Started >= since).ToArray();
        var found = young
            .Where(pair => pair.Key.Id == root || pair.Value.Session == root || bearsMark(pair.Key))
            .Select(pair => pair.Key)
            .ToHashSet();
        var ids = found.Select(stamp => stamp.Id).ToHashSet();
        // A child may stand before its parent: until a round finds no more.
        for (var before = -1; before < found.Count;)
        {
            before = found.Count;
            foreach (var (stamp, row) in young)
            {
                if (ids.Contains(row.Parent) && found.Add(stamp)) ids.Add(stamp.Id);
            }
        }
        return found;
    }

    // "pid (name) state ppid pgrp session ... starttime": the name may hold anything, parentheses too.
    private static string[]? Fields(int id)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{id}/stat");
            return stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static ulong Started(string[] fields) => ulong.Parse(fields[19], CultureInfo.InvariantCulture);

    private static int Int(string field) => int.Parse(field, CultureInfo.InvariantCulture);

    private sealed record Row(int Parent, int Session);
}
