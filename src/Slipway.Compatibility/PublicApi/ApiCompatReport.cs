using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Slipway.Compatibility.PublicApi;

/// <summary>Reads what Microsoft's ApiCompat prints about two versions of one assembly, of which the released one is called left.</summary>
public static partial class ApiCompatReport
{
    /// <summary>Each break that stands in the output; lines that are none are passed over.</summary>
    /// <param name="assembly">The assembly's name, without its ending.</param>
    /// <param name="output">The output of an MSBuild run of <c>ValidateAssembliesTask</c>.</param>
    /// <param name="released">What the output calls the released file.</param>
    /// <param name="today">What it calls today's.</param>
    public static ImmutableArray<ContractChange> Read(string assembly, string output, string released, string today) =>
    [
        .. output.Split('\n').Select(line => Line.Match(line)).Where(match => match.Success)
            .Select(match => (Id: match.Groups["id"].Value, What: Plain(match.Groups["what"].Value.Trim(), released, today)))
            .Distinct()
            .Select(found => new ContractChange { Rule = PublicApiRules.Member, Operations = [assembly], Pointer = found.Id, What = $"{found.What} [{found.Id}]" }),
    ];

    /// <summary>An assembly that the released package had and today's has not.</summary>
    public static ContractChange Gone(string assembly) => new()
    {
        Rule = PublicApiRules.Assembly, Operations = [assembly], Pointer = assembly, What = "the package does not hold it any more",
    };

    private static string Plain(string what, string released, string today) => what
        .Replace($" exists on {released} but not on {today}", " is gone", StringComparison.Ordinal)
        .Replace($" to {today} because it does not exist on {released}", " since whoever implements it does not have it", StringComparison.Ordinal)
        .Replace(released, "the released one", StringComparison.Ordinal)
        .Replace(today, "today's", StringComparison.Ordinal);

    [GeneratedRegex(@"error (?<id>CP\d{4}): (?<what>[^\r]+?)(?: \[[^\]\[]+proj\])?\r?$", RegexOptions.CultureInvariant)]
    private static partial Regex Line { get; }
}
