using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Slipway.Model.Stages;
using Slipway.Pipeline.Stages.Node;

namespace Slipway.Pipeline.Stages.Typecheck;

internal static partial class NodeTypecheck
{
    public static async Task<StageResult> RunAsync(StageContext context, CancellationToken cancellationToken)
    {
        if (!File.Exists(Path.Combine(context.Folder, "tsconfig.json"))) return StageResult.Skipped("no tsconfig.json: plain JavaScript has no types to check");
        var result = await NodeTools.RunAsync(context, "tsc", ["--noEmit", "--pretty", "false"], cancellationToken);
        ImmutableArray<Finding> findings = [.. Message.Matches(result.Output).Select(match => new Finding
        {
            Id = match.Groups["id"].Value,
            Severity = Severity.Error,
            Message = match.Groups["message"].Value.TrimEnd('\r'),
            File = context.Relative(Path.GetFullPath(Path.Combine(context.Folder, match.Groups["file"].Value))),
            Line = int.Parse(match.Groups["line"].Value, CultureInfo.InvariantCulture),
            Column = int.Parse(match.Groups["column"].Value, CultureInfo.InvariantCulture),
        })];
        if (result.ExitCode != 0 && findings.IsEmpty)
            return StageResult.Failed($"tsc ended with exit code {result.ExitCode}") with { Notes = [result.Tail] };
        return Verdict.Of(findings, warningsFail: true);
    }

    [GeneratedRegex(@"^(?<file>[^\r\n(]+)\((?<line>\d+),(?<column>\d+)\): error (?<id>TS\d+): (?<message>.*)$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Message { get; }
}
