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
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (!int.TryParse(Path.GetFileName(folder.AsSpan()), NumberStyles.None, CultureInfo.InvariantCulture, out var id)) continue;
            try
            {
                table.Add(id, File.ReadAllText($"{folder}/stat"));
            }
            catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
            {
                // It ended while we looked.
            }
        }
        return table;
    }

    public bool IsAlive(ProcessStamp process) => _rows.ContainsKey(process);

    /// <summary>The process, its descendants, and the members of its session.</summary>
    public HashSet<ProcessStamp> TreeOf(int root, bool withSession)
    {
        var found = new HashSet<ProcessStamp>();
        var ids = new HashSet<int> { root };
        var grew = true;
        while (grew)
        {
            grew = false;
            foreach (var (stamp, row) in _rows)
            {
                var belongs = ids.Contains(stamp.Id) || ids.Contains(row.Parent) || (withSession && row.Session == root);
                if (!belongs || !found.Add(stamp)) continue;
                ids.Add(stamp.Id);
                grew = true;
            }
        }
        return found;
    }

    // "pid (name) state ppid pgrp session ... starttime": the name may hold anything, parentheses too.
    private void Add(int id, string stat)
    {
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        if (fields[0] is "Z" or "X") return;
        var started = ulong.Parse(fields[19], CultureInfo.InvariantCulture);
        _rows[new(id, started)] = new(int.Parse(fields[1], CultureInfo.InvariantCulture), int.Parse(fields[3], CultureInfo.InvariantCulture));
    }

    private readonly record struct Row(int Parent, int Session);
}
