using Slipway.Model.Problems;

namespace Slipway.Migrations.Sources;

/// <summary>What the comments at the head of a file of SQL say.</summary>
internal sealed record SqlHeader(MigrationPhase Phase, string? StoppedUsing, string? IrreversibleReason, bool NoTransaction)
{
    private static readonly string[] _keys = ["phase", "stopped-using", "irreversible", "no-transaction"];

    public static SqlHeader Read(string text, string shown, List<Problem> problems)
    {
        var header = new SqlHeader(MigrationPhase.Expand, null, null, false);
        var number = 0;
        foreach (var line in text.Split('\n'))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line)) continue;
            if (!line.TrimStart().StartsWith("--", StringComparison.Ordinal)) break;
            var (key, value) = Parts(line.Trim().TrimStart('-').Trim());
            switch (key)
            {
                case "phase" when Enum.TryParse<MigrationPhase>(value, ignoreCase: true, out var phase) && !char.IsAsciiDigit(value[0]): header = header with { Phase = phase }; break;
                case "phase": problems.Add(SqlFile.Bad(shown, number, $"'{value}' is no phase.", "write expand, backfill or contract")); break;
                case "stopped-using" when value.Length > 0: header = header with { StoppedUsing = value }; break;
                case "irreversible": header = header with { IrreversibleReason = value }; break;
                case "no-transaction" when value.Length == 0: header = header with { NoTransaction = true }; break;
                case var other when Near(other, line) is { } near:
                    problems.Add(SqlFile.Bad(shown, number, $"The header '{other}' means nothing here.", $"did you mean '{near}'?"));
                    break;
                default: break;
            }
        }
        return header;
    }

    private static (string Key, string Value) Parts(string text) =>
        text.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon ? (text[..colon].Trim().ToLowerInvariant(), text[(colon + 1)..].Trim()) : (text.ToLowerInvariant(), "");

    // Every comment may stand here; only one that looks like a header of ours, mistyped, is an error.
    private static string? Near(string key, string line) =>
        line.Contains(':', StringComparison.Ordinal) && !key.Contains(' ', StringComparison.Ordinal) && !_keys.Contains(key) ? Spelling.Nearest(key, _keys) : null;
}
