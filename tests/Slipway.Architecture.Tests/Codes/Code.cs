using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Slipway.Architecture.Tests.Codes;

/// <summary>One hand-written id of a message or of a rule, and where it stands.</summary>
internal sealed partial record Code(string Id, string File)
{
    private static readonly string[] Places = ["Codes.cs", "RuleIds.cs", "YamlCodes.cs"];

    public static IReadOnlyList<Code> All { get; } =
    [
        .. from file in SourceFile.Own
           where IsPlace(file.Path)
           from literal in file.Nodes<LiteralExpressionSyntax>()
           where Shape().IsMatch(literal.Token.ValueText)
           select new Code(literal.Token.ValueText, file.Path),
    ];

    public string Project => File.Split('/')[1];

    public int Number => int.Parse(Id[3..], null);

    public static bool IsPlace(string file) => file.StartsWith("src/", StringComparison.Ordinal) && Places.Contains(Path.GetFileName(file));

    [GeneratedRegex("^((SLP|SLW)[0-9]{4}|MIG[0-9]{3})$")]
    public static partial Regex Shape();
}
