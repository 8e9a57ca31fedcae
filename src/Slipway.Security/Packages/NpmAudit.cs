using System.Collections.Immutable;
using System.Text.Json;
using Slipway.Machine.Processes;
using Slipway.Model.Stages;

namespace Slipway.Security.Packages;

/// <summary>Asks the npm registry, through the npm client, about the packages of a lock file.</summary>
/// <param name="processes">Runs npm.</param>
public sealed class NpmAudit(IProcessRunner processes)
{
    private const string Check = "npm-audit";

    /// <param name="root">The platform's root, absolute.</param>
    /// <param name="folder">Where <c>package-lock.json</c> lies, relative to the root; empty for the root itself.</param>
    /// <param name="workspace">The one workspace of it to look at, by its package's name; all by default.</param>
    /// <param name="cancellationToken">Stops npm.</param>
    public async Task<PackageAudit> AskAsync(string root, string folder, string? workspace = null, CancellationToken cancellationToken = default)
    {
        var lockFile = string.Join('/', new[] { folder, "package-lock.json" }.Where(part => part.Length > 0));
        if (!File.Exists(Path.Combine(root, lockFile))) return PackageAudit.Skipped(Check, $"there is no {lockFile}");
        ImmutableArray<string> only = workspace is null ? [] : [$"--workspace={workspace}"];
        var request = ProcessRequest.For("npm", ["audit", "--json", "--package-lock-only", .. only]) with
        {
            WorkingDirectory = Path.Combine(root, folder),
            TimeLimit = TimeSpan.FromMinutes(2),
        };
        // npm's exit code says whether there are findings and whether it failed with one and the same 1: only its answer tells.
        var answer = await processes.RunAsync(request, cancellationToken).ConfigureAwait(false);
        return Read(answer.Output, lockFile);
    }

    internal static PackageAudit Read(string answer, string lockFile)
    {
        try
        {
            using var json = JsonDocument.Parse(answer);
            if (!json.RootElement.TryGetProperty("vulnerabilities", out var vulnerabilities)) return PackageAudit.Skipped(Check, Reason(json.RootElement));
            return new()
            {
                Made = [Check],
                Packages = json.RootElement.TryGetProperty("metadata", out var metadata) && metadata.TryGetProperty("dependencies", out var counts)
                    && counts.TryGetProperty("total", out var total) ? total.GetInt32() : 0,
                Findings = [.. vulnerabilities.EnumerateObject().SelectMany(package => Advisories(package.Value, lockFile)).OrderBy(finding => finding.Message, StringComparer.Ordinal)],
            };
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            return PackageAudit.Skipped(Check, "npm did not answer in JSON");
        }
    }

    // A `via` that is only a name points at the package that has the advisory itself.
    private static IEnumerable<Finding> Advisories(JsonElement package, string lockFile) => package.GetProperty("via").EnumerateArray()
        .Where(via => via.ValueKind == JsonValueKind.Object)
        .Select(via => new Finding
        {
            Id = RuleIds.VulnerablePackage,
            Severity = via.GetProperty("severity").GetString() is "low" or "info" ? Severity.Warning : Severity.Error,
            Message = $"{package.GetProperty("name").GetString()} {via.GetProperty("range").GetString()} has a vulnerability of {via.GetProperty("severity").GetString()} severity: {via.GetProperty("title").GetString()} {via.GetProperty("url").GetString()}",
            File = lockFile,
            Mend = package.TryGetProperty("fixAvailable", out var fix) && fix.ValueKind != JsonValueKind.False
                ? "Run npm audit fix, and read what it changes."
                : "No version without it is known: replace the package, or the one that brings it.",
        });

    private static string Reason(JsonElement answer)
    {
        var error = answer.TryGetProperty("error", out var inner) && inner.ValueKind == JsonValueKind.Object ? inner : answer;
        foreach (var name in (string[])["summary", "message", "code"])
        {
            if (error.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String && text.GetString() is { Length: > 0 } reason) return reason;
            if (answer.TryGetProperty(name, out text) && text.ValueKind == JsonValueKind.String && text.GetString() is { Length: > 0 } other) return other;
        }
        return "the registry gave no advisories";
    }
}
