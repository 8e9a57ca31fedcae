using System.Collections.Immutable;
using System.Text.Json;
using Slipway.Model.Stages;
using Slipway.Pipeline.Stages.Node;

namespace Slipway.Pipeline.Stages.Lint;

/// <summary>ESLint, read as JSON.</summary>
internal static class NodeLint
{
    public static async Task<StageResult> RunAsync(StageContext context, CancellationToken cancellationToken)
    {
        var report = context.Run.Paths.Report(context.Unit.Id, context.Stage, ".eslint.json");
        Directory.CreateDirectory(Path.GetDirectoryName(report)!);
        File.Delete(report);
        var result = await NodeTools.RunAsync(context, "eslint", [".", "--format", "json", "--output-file", report], cancellationToken);
        if (!File.Exists(report))
            return StageResult.Failed($"eslint ended with exit code {result.ExitCode} and wrote no report") with { Notes = [result.Tail] };
        return Verdict.Of(Read(context, report), context.Run.Platform.Settings.WarningsAsErrors);
    }

    private static ImmutableArray<Finding> Read(StageContext context, string report)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(report));
        return
        [
            .. from file in document.RootElement.EnumerateArray()
               from message in file.GetProperty("messages").EnumerateArray()
               select new Finding
               {
                   Id = message.TryGetProperty("ruleId", out var rule) && rule.GetString() is { } id ? id : "eslint",
                   Severity = message.GetProperty("severity").GetInt32() == 2 ? Severity.Error : Severity.Warning,
                   Message = message.GetProperty("message").GetString() ?? "",
                   File = context.Relative(file.GetProperty("filePath").GetString()!),
                   Line = message.TryGetProperty("line", out var line) ? line.GetInt32() : null,
                   Column = message.TryGetProperty("column", out var column) ? column.GetInt32() : null,
               },
        ];
    }
}
