using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Slipway.Model.Problems;

namespace Slipway.Build.Documentation;

/// <summary>Reads the code constants out of the source, where they stand with their doc comments.</summary>
internal static partial class CodeReader
{
    public static (ImmutableArray<DocumentedCode> Codes, ImmutableArray<Problem> Problems) Read()
    {
        var codes = new SortedDictionary<string, DocumentedCode>(StringComparer.Ordinal);
        var problems = ImmutableArray.CreateBuilder<Problem>();
        foreach (var (file, text) in Sources())
        {
            var type = TypeName.Match(text).Groups["name"].Value;
            var constants = Constant.Matches(text);
            foreach (Match match in constants)
            {
                var code = new DocumentedCode(match.Groups["id"].Value, Plain(match.Groups["title"].Value), $"{type}.{match.Groups["name"].Value}", ProjectOf(file));
                // The analyzers and the check from outside share a rule: the first in order of projects tells it.
                if (!codes.TryAdd(code.Id, code) && !code.IsRule)
                    problems.Add(Undocumented(file, $"{code.Id} is a constant here and in {codes[code.Id].Project}; a code means one thing."));
            }
            foreach (Match match in Literal.Matches(text))
            {
                if (!constants.Any(constant => constant.Index <= match.Index && match.Index < constant.Index + constant.Length))
                    problems.Add(Undocumented(file, $"{match.Value} stands in the code and is no constant with a doc comment."));
            }
        }
        return ([.. codes.Values], problems.ToImmutable());
    }

    public static Problem Undocumented(string file, string message) => new()
    {
        Code = Codes.CodeUndocumented,
        Message = message,
        File = Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'),
    };

    private static IEnumerable<(string File, string Text)> Sources() =>
        from root in (string[])["src", "build"]
        from file in Directory.EnumerateFiles(Path.Combine(Repository.Root, root), "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        let parts = file.Split(Path.DirectorySeparatorChar)
        where !parts.Contains("obj") && !parts.Contains("bin")
        select (file, File.ReadAllText(file));

    private static string ProjectOf(string file)
    {
        var parts = Path.GetRelativePath(Repository.Root, file).Split(Path.DirectorySeparatorChar);
        return parts[0] == "src" ? parts[1] : parts[0];
    }

    private static string Plain(string comment) => Tag.Replace(comment, "$1").Trim().TrimEnd('.');

    [GeneratedRegex("""/// <summary>(?<title>[^\r\n]+)</summary>\s+(?:public|internal) const string (?<name>\w+) = "(?<id>SL[PW]\d{4}|MIG\d{3})";""", RegexOptions.CultureInvariant)]
    private static partial Regex Constant { get; }

    [GeneratedRegex("\"(?:SL[PW]\\d{4}|MIG\\d{3})\"", RegexOptions.CultureInvariant)]
    private static partial Regex Literal { get; }

    [GeneratedRegex(@"static (?:partial )?class (?<name>\w+)", RegexOptions.CultureInvariant)]
    private static partial Regex TypeName { get; }

    [GeneratedRegex("<c>([^<]*)</c>", RegexOptions.CultureInvariant)]
    private static partial Regex Tag { get; }
}
