using System.Text;

namespace Slipway.Build.Documentation;

/// <summary>A table in Markdown.</summary>
internal static class Table
{
    public static string Of(string[] heads, IEnumerable<string?[]> rows)
    {
        var text = new StringBuilder().AppendLine(Line(heads)).AppendLine(Line(Enumerable.Repeat("---", heads.Length)));
        foreach (var row in rows) text.AppendLine(Line(row));
        return text.ToString().TrimEnd();
    }

    private static string Line(IEnumerable<string?> cells) => $"| {string.Join(" | ", cells.Select(Cell))} |";

    private static string Cell(string? text) => (text ?? "").Replace("|", "\\|", StringComparison.Ordinal).ReplaceLineEndings(" ").Trim();
}
