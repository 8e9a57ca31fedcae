using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Slipway.Model.Stages;
using Slipway.Pipeline.Stages.DotNet;

namespace Slipway.Pipeline.Stages.Lint;

internal static partial class DotNetLint
{
    public static async Task<ImmutableArray<StageResult>> RunAsync(ImmutableArray<StageContext> batch, CancellationToken cancellationToken)
    {
        var whitespace = await FormatAsync(batch, cancellationToken);
        return [.. batch.Select(context => Judge(context, whitespace))];
    }

    private static StageResult Judge(StageContext context, ImmutableArray<Finding> whitespace)
    {
        if (DotNetOutput.FindingsFor(StageName.Lint, context) is not { } compiled) return DotNetOutput.NotCompiled(context);
        var own = whitespace.Where(finding => context.Unit.Folders.Any(folder => finding.File!.StartsWith($"{folder}/", StringComparison.Ordinal)));
        return Verdict.Of([.. compiled, .. own], context.Run.Platform.Settings.WarningsAsErrors);
    }

    // By folder, without loading a project: the compile has already judged everything that needs one.
    private static async Task<ImmutableArray<Finding>> FormatAsync(ImmutableArray<StageContext> batch, CancellationToken cancellationToken)
    {
        var run = batch[0].Run;
        var folders = batch.SelectMany(context => context.Unit.Folders).Select(folder => folder + "/");
        var result = await new DotNetCli(run).RunAsync(
            ["format", "whitespace", run.Platform.Root, "--folder", "--verify-no-changes", "--include", .. folders, "--exclude", "**/obj/**", "**/bin/**"],
            run.Platform.Root, batch[0].Log.Write, cancellationToken);
        var lines = WhitespaceLine.Matches(result.Output + result.Error);
        // A formatter that fell over has found nothing: that is no pass.
        if (lines.Count == 0) result.OrFail("dotnet format", Codes.ToolFailed);
        return [.. lines.Select(match => new Finding
        {
            Id = match.Groups["id"].Value,
            Severity = Severity.Error,
            Message = match.Groups["message"].Value.Trim(),
            File = run.Relative(match.Groups["file"].Value),
            Line = int.Parse(match.Groups["line"].Value, CultureInfo.InvariantCulture),
            Column = int.Parse(match.Groups["column"].Value, CultureInfo.InvariantCulture),
            Mend = "dotnet format whitespace --folder",
        }).DistinctBy(finding => (finding.File, finding.Line, finding.Column))];
    }

    [GeneratedRegex(@"^(?<file>[^\r\n(]+)\((?<line>\d+),(?<column>\d+)\): \w+ (?<id>\w+): (?<message>[^\r\n\[]*)", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex WhitespaceLine { get; }
}
