using Slipway.Model.Stages;

namespace Slipway.Security.Secrets;

/// <summary>Looks for secrets in one text. What it finds is never repeated: messages say what it is, where, and how long.</summary>
public static class SecretScanner
{
    /// <param name="file">The text's file, relative to the platform's root; its name tells whether it is configuration.</param>
    /// <param name="text">All of it.</param>
    /// <param name="waived">How many findings a comment with a reason has taken away.</param>
    /// <returns>In the order of the text.</returns>
    public static IReadOnlyList<Finding> Scan(string file, string text, out int waived)
    {
        waived = 0;
        var taken = new List<(int Start, int End)>();
        var findings = new List<Finding>();
        TextLines? lines = null;
        foreach (var rule in SecretRules.All)
        {
            for (var match = rule.Pattern.Match(text); match.Success; match = match.NextMatch())
            {
                var secret = match.Groups["secret"] is { Success: true } group ? group : match;
                if (taken.Any(other => secret.Index < other.End && other.Start < secret.Index + secret.Length)) continue;
                if (!rule.Accepts(match, file)) continue;
                taken.Add((secret.Index, secret.Index + secret.Length));
                lines ??= new(text);
                var (line, column) = lines.PositionOf(rule.Id == RuleIds.PrivateKey ? match.Index : secret.Index);
                var reason = Waiver.ReasonIn(lines[line]) ?? Waiver.ReasonIn(lines[line - 1]);
                if (reason is { Length: > 0 }) waived++;
                else findings.Add(Found(rule.Id, rule.What(match), secret.Length, file, line, column, unexplained: reason is not null));
            }
        }
        findings.Sort((left, right) => (left.Line, left.Column) is var (leftLine, leftColumn) && leftLine == right.Line
            ? Nullable.Compare(leftColumn, right.Column)
            : Nullable.Compare(left.Line, right.Line));
        return findings;
    }

    private static Finding Found(string id, string what, int length, string file, int line, int column, bool unexplained) => new()
    {
        Id = unexplained ? RuleIds.UnexplainedWaiver : id,
        Severity = Severity.Error,
        Message = unexplained
            ? $"{what} ({length} characters) is waived without a reason"
            : $"{what} ({length} characters) stands in the repository in plain text; whoever can read the repository has it",
        File = file,
        Line = line,
        Column = column,
        Mend = unexplained
            ? $"Write why: `{Waiver.Word}: the reason`."
            : $"Revoke it, then refer to it with env:NAME or file:PATH. If it is no secret, say so on its line: `{Waiver.Word}: the reason`.",
    };
}
