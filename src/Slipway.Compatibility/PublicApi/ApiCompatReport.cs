using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Slipway.Compatibility.PublicApi;

/// <summary>Reads what Microsoft's ApiCompat prints about two versions of one assembly.</summary>
public static partial class ApiCompatReport
{
    /// <summary>Each break that stands in the output; lines that are none are passed over.</summary>
    /// <param name="assembly">The assembly's name.</param>
    /// <param name="output">The output of an MSBuild run of <c>ValidateAssembliesTask</c>.</param>
    public static ImmutableArray<ContractChange> Read(string assembly, string output) =>
    [
        .. output.Split('\n').Select(line => Line.Match(line)).Where(match => match.Success)
            .Select(match => (Id: match.Groups["id"].Value, What: match.Groups["what"].Value.Trim()))
            .Distinct()
            .Select(found => new ContractChange { Rule = PublicApiRules.Member, Operations = [assembly], Pointer = found.Id, What = $"{Plain(found.What)} [{found.Id}]" }),
    ];

    /// <summary>An assembly that the released package had and today's has not.</summary>
    public static ContractChange Gone(string assembly) => new()
    {
        Rule = PublicApiRules.Assembly, Operations = [assembly], Pointer = assembly, What = "the package does not hold it any more",
    };

    // It ends with the paths of the two files, which are of no use to anybody who reads it later.
    private static string Plain(string what) => Sides.Replace(what, "");

    [GeneratedRegex(@"error (?<id>CP\d{4}): (?<what>[^\r]+?)(?: \[[^\]]+\])?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Line { get; }

    [GeneratedRegex(@" (?:but not )?on \S+\.dll|on (?:\[?left\]?|\[?right\]?)|,? but not on \S+", RegexOptions.CultureInvariant)]
    private static partial Regex Sides { get; }
}
