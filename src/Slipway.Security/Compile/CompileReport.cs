using System.Collections.Immutable;
using System.Text.Json;
using Slipway.Model.Problems;
using Slipway.Model.Stages;
using Slipway.Model.Units;

namespace Slipway.Security.Compile;

/// <summary>What the security compile found in one project.</summary>
public sealed record CompileReport
{
    // One of the SDK's: where it is not loaded, nobody has looked.
    private const string Canary = "CA2100";

    public required ImmutableArray<Finding> Findings { get; init; }

    /// <summary>Findings that the code suppresses, with <c>#pragma</c> or <c>[SuppressMessage]</c>: to be told, not hidden.</summary>
    public required ImmutableArray<Finding> Suppressed { get; init; }

    /// <summary>How many security rules were loaded.</summary>
    public required int Rules { get; init; }

    /// <summary>Reads the report of one project.</summary>
    /// <exception cref="KnownFailureException">There is none, it cannot be read, or the rules were not loaded: never a pass.</exception>
    public static CompileReport Read(SecurityCompile compile, Project project)
    {
        var path = compile.ReportOf(project);
        if (!File.Exists(path)) throw Failure(Codes.ReportMissing, project, "left no report: it did not compile, or its typecheck did not run");
        try
        {
            using var report = JsonDocument.Parse(File.ReadAllBytes(path));
            return Read(report.RootElement.GetProperty("runs")[0], compile.Root, project);
        }
        catch (Exception problem) when (problem is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw Failure(Codes.ReportUnreadable, project, $"left a report that cannot be read: {problem.Message}");
        }
    }

    private static CompileReport Read(JsonElement run, string root, Project project)
    {
        var rules = run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray().Select(rule => rule.GetProperty("id").GetString()!).ToArray();
        if (!rules.Contains(Canary)) throw Failure(Codes.RulesMissing, project, "was compiled without the security rules, so nobody has looked");
        var results = run.GetProperty("results").EnumerateArray()
            .Where(result => SecurityFindings.Contains(result.GetProperty("ruleId").GetString()!))
            .ToLookup(IsSuppressed, result => Finding(result, root, project));
        return new()
        {
            Findings = [.. results[false].Distinct()],
            Suppressed = [.. results[true].Distinct()],
            Rules = rules.Count(SecurityFindings.Contains),
        };
    }

    private static bool IsSuppressed(JsonElement result) => result.TryGetProperty("suppressions", out var suppressions) && suppressions.GetArrayLength() > 0;

    private static Finding Finding(JsonElement result, string root, Project project)
    {
        var id = result.GetProperty("ruleId").GetString()!;
        var place = result.TryGetProperty("locations", out var locations) && locations.GetArrayLength() > 0 ? locations[0].GetProperty("physicalLocation") : default;
        var region = place.ValueKind == JsonValueKind.Object ? place.GetProperty("region") : default;
        return new()
        {
            Id = id,
            Severity = SecurityFindings.SeverityOf(id),
            Message = result.GetProperty("message").GetProperty("text").GetString()!,
            File = place.ValueKind == JsonValueKind.Object ? Relative(place.GetProperty("artifactLocation").GetProperty("uri").GetString()!, root) : project.Path,
            Line = region.ValueKind == JsonValueKind.Object ? region.GetProperty("startLine").GetInt32() : null,
            Column = region.ValueKind == JsonValueKind.Object && region.TryGetProperty("startColumn", out var column) ? column.GetInt32() : null,
        };
    }

    private static string Relative(string uri, string root)
    {
        var path = Uri.TryCreate(uri, UriKind.Absolute, out var absolute) ? absolute.LocalPath : Uri.UnescapeDataString(uri);
        return Path.GetRelativePath(root, Path.Combine(root, path)).Replace('\\', '/');
    }

    private static KnownFailureException Failure(string code, Project project, string what) => new(new Problem
    {
        Code = code,
        Message = $"'{project.Path}' {what}",
        File = project.Path,
        Mend = "see what the security compile said; run the stage typecheck first",
    });
}
