using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Slipway.Model.Stages;

namespace Slipway.Security.Compile;

/// <summary>Which ids of compiler rules are security findings: those that the security compile switches on, and no list beside it.</summary>
public static partial class SecurityFindings
{
    // Right in the abstract, and wrong too often to stop a run: randomness that protects nothing, revocation lists that many networks
    // do not reach, cycles that every entity of an object-relational mapper has, names of libraries that the platform itself resolves.
    private static readonly FrozenSet<string> Hints = FrozenSet.ToFrozenSet(["CA2119", "CA5362", "CA5392", "CA5394", "CA5399", "CA5400", "SCS0005"]);

    /// <summary>Every id, ordinal order. The ordinary build leaves them to the security stage.</summary>
    public static IReadOnlyList<string> Ids { get; } =
        [.. Setting().Matches(SecurityTools.Resource("Slipway.Security.globalconfig")).Select(match => match.Groups["id"].Value).Order(StringComparer.Ordinal)];

    /// <summary>The value of <c>-p:WarningsNotAsErrors=</c>, escaped for a command line, that keeps these ids from failing the ordinary build.</summary>
    public static string WarningsNotAsErrors { get; } = string.Join("%3B", Ids);

    private static readonly FrozenSet<string> Known = Ids.ToFrozenSet();

    public static bool Contains(string id) => Known.Contains(id);

    /// <summary>An error, or a note for the rules whose findings are hints.</summary>
    public static Severity SeverityOf(string id) => Hints.Contains(id) ? Severity.Note : Severity.Error;

    [GeneratedRegex(@"^dotnet_diagnostic\.(?<id>[A-Z]+[0-9]+)\.severity", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Setting();
}
