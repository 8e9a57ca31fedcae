namespace Slipway.Build.Documentation;

/// <summary>The page of one message.</summary>
internal static class DiagnosticPage
{
    public static Page Of(DocumentedCode code) => new(code.Page, $"""
        # {code.Id}: {char.ToLowerInvariant(code.Title[0])}{code.Title[1..]}

        {Sort(code)} Said by `{code.Project}` (`{code.Constant}`). [All codes](index.md)
        """, mayBeWhole: true);

    public static string Sort(DocumentedCode code) => code.Id[3] switch
    {
        '1' => "Configuration and command line.",
        '2' => "Graph and plan.",
        '3' => "Stages and the machine.",
        '4' => "Releases and keys.",
        _ => "Slipway itself.",
    };
}
