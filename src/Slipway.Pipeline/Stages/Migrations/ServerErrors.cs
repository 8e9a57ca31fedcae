using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Slipway.Pipeline.Stages.Tests;

namespace Slipway.Pipeline.Stages.Migrations;

/// <summary>What PostgreSQL refused while tests ran, as the tests or the service's log tell it: <c>42703: column p.note does not exist</c>.</summary>
internal static partial class ServerErrors
{
    public static ImmutableSortedSet<string> In(TestRun run) =>
        run.Tests.Select(test => test.Message ?? "").Append(run.Output).SelectMany(text => Errors.Matches(text)).Select(match => Plain(match.Groups["said"].Value)).ToImmutableSortedSet(StringComparer.Ordinal);

    // A log may be in JSON.
    private static string Plain(string text) =>
        text.Replace("\\u0022", "\"", StringComparison.Ordinal).Replace("\\u0027", "'", StringComparison.Ordinal).Replace("\\\"", "\"", StringComparison.Ordinal).Trim();

    [GeneratedRegex("""PostgresException(?: \(0x[0-9A-F]{8}\))? ?: (?<said>[0-9A-Z]{5}: (?:[^\r\n\\]|\\u002[27]|\\")+)""", RegexOptions.CultureInvariant)]
    private static partial Regex Errors { get; }
}
