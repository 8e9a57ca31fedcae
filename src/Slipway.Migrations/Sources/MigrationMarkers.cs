using System.Text.Json;

namespace Slipway.Migrations.Sources;

/// <summary>What a migration says of itself.</summary>
internal sealed record MigrationMarkers(MigrationPhase Phase, string? StoppedUsing, string? IrreversibleReason)
{
    /// <summary>
    /// Reads <c>{"phase": "contract", "stoppedUsing": "catalog/v1.4.0", "irreversible": "reason"}</c>; a marker may also be the object that its
    /// attribute's properties make: <c>{"contract": {"stoppedUsing": "…"}, "irreversible": {"reason": "…"}, "backfill": {}}</c>.
    /// </summary>
    public static MigrationMarkers Read(JsonElement? attributes)
    {
        if (attributes is not { ValueKind: JsonValueKind.Object } markers) return new(MigrationPhase.Expand, null, null);
        var phase = markers.Text("phase") switch
        {
            null => MigrationPhase.Expand,
            var word when Enum.TryParse<MigrationPhase>(word, ignoreCase: true, out var named) => named,
            var word => throw new FormatException($"'{word}' is no phase; there are expand, backfill and contract"),
        };
        if (IsSet(markers.Member("backfill"))) phase = MigrationPhase.Backfill;
        if (IsSet(markers.Member("contract"))) phase = MigrationPhase.Contract;
        return new(
            phase,
            markers.Text("stoppedUsing") ?? TextOf(markers.Member("contract"), "stoppedUsing"),
            TextOf(markers.Member("irreversible"), "reason"));
    }

    private static bool IsSet(JsonElement? marker) => marker is { ValueKind: not JsonValueKind.False };

    private static string? TextOf(JsonElement? marker, string member) => marker switch
    {
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        { ValueKind: JsonValueKind.Object } map => map.Text(member) ?? "",
        { ValueKind: JsonValueKind.True } => "",
        _ => null,
    };
}
