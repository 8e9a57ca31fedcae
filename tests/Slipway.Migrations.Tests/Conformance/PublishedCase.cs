using System.Text.Json;

namespace Slipway.Migrations.Tests.Conformance;

/// <summary>SQL that another tool's own tests judge: whether one rule of its says something.</summary>
public sealed record PublishedCase(string Id, string Rule, string OurRule, bool Fires, string Source, string Dialect, string Sql, string[] Scripts, JsonElement Settings)
{
    public static PublishedCase Read(JsonElement element) => new(
        element.GetProperty("id").GetString()!, element.GetProperty("rule").GetString()!, element.GetProperty("our_rule").GetString()!, element.GetProperty("verdict").GetString() == "fires",
        element.GetProperty("source").GetString()!, element.GetProperty("dialect").GetString()!, element.GetProperty("sql").GetString()!,
        element.TryGetProperty("scripts", out var scripts) ? [.. scripts.EnumerateArray().Select(script => script.GetString()!)] : [],
        element.TryGetProperty("settings", out var settings) ? settings : default);

    public bool AssumesTransaction => Setting("assume_in_transaction") is { ValueKind: JsonValueKind.True };

    /// <summary>squawk takes a file as it is; the others open a transaction unless they are told not to.</summary>
    public bool HasNoTransaction => Source == "sbdchd/squawk" ? !AssumesTransaction : Setting("transaction") is { ValueKind: JsonValueKind.False };

    public int? Server => Setting("pg_version") is { } version && int.TryParse(version.ToString().TrimEnd('+'), out var major) ? major : null;

    private JsonElement? Setting(string name) => Settings.ValueKind == JsonValueKind.Object && Settings.TryGetProperty(name, out var value) ? value : null;
}
