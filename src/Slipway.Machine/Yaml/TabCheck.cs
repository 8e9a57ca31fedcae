namespace Slipway.Machine.Yaml;

/// <summary>Finds tabs that indent: the parser's own message about them names another place and another cause.</summary>
internal static class TabCheck
{
    /// <summary>Reports the first line, up to a last one, that a tab indents; false when there is none.</summary>
    /// <param name="text">The file.</param>
    /// <param name="texts">First and last lines of multi-line values, in order; their tabs are content.</param>
    /// <param name="start">The file's begin.</param>
    /// <param name="last">The last line to look at.</param>
    public static bool Report(string text, IReadOnlyList<(int First, int Last)> texts, YamlPlace start, int last)
    {
        var number = 0;
        var next = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (++number > last) return false;
            while (next < texts.Count && texts[next].Last < number) next++;
            if (next < texts.Count && number > texts[next].First) continue;
            var indent = line.Length - line.TrimStart(" \t").Length;
            var tab = line[..indent].IndexOf('\t');
            if (tab < 0 || indent == line.Length) continue;
            (start with { Line = number, Column = tab + 1 })
                .Report(YamlCodes.Tab, "A tab indents this line; YAML allows spaces only.", "replace it by two spaces");
            return true;
        }
        return false;
    }
}
