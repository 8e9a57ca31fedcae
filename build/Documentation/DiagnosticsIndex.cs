using System.Collections.Immutable;

namespace Slipway.Build.Documentation;

/// <summary>All codes in one table.</summary>
internal static class DiagnosticsIndex
{
    public static Page Of(ImmutableArray<DocumentedCode> codes) => new("diagnostics/index.md", $"""
        # Diagnostics

        Every message carries a code that is never used again for something else: `SLP` for Slipway's own messages, `SLW` for rules about a platform's
        code and content, `MIG` for what migrations do to databases. A message says what, where, why and how to mend it.

        {string.Join("\n\n", codes.Where(code => !code.IsRule).GroupBy(DiagnosticPage.Sort).Select(group => Section($"SLP{group.First().Id[3]}: {group.Key.TrimEnd('.')}", group)))}

        {Section("SLW: Rules", codes.Where(code => code.Id.StartsWith("SLW", StringComparison.Ordinal)))}

        {Section("MIG: Migrations", codes.Where(code => code.Id.StartsWith("MIG", StringComparison.Ordinal)))}
        """);

    private static string Section(string title, IEnumerable<DocumentedCode> codes) =>
        $"## {title}\n\n" + Table.Of(
            ["code", "says", "from"],
            codes.Select(code => (string?[])[$"[{code.Id}]({code.Id}.md)", code.Title, $"`{code.Project}`"]));
}
