using System.Collections.Immutable;
using System.Text.Json;
using Slipway.Boundaries.Edges;
using Slipway.Boundaries.Inventory;
using Slipway.Machine.Files;
using Slipway.Model.Units;

namespace Slipway.Boundaries.Scans;

/// <summary>Scans every unit, or takes what an earlier look at the same came to.</summary>
internal static class KeptScans
{
    public static ImmutableDictionary<UnitId, UnitScan> Of(PlatformInventory platform, Permissions permissions, string? keep)
    {
        var kept = keep is null ? [] : Read(keep);
        var keys = new ScanKeys(platform, permissions);
        var scanner = new UnitScanner(platform, permissions);
        var scans = platform.Map.Platform.Units.AsParallel().Select(unit =>
        {
            var key = keys.Of(unit);
            return (unit.Id, Scan: kept.TryGetValue(unit.Id.ToString(), out var earlier) && earlier?.Key == key ? earlier : scanner.Scan(unit, key));
        }).ToImmutableDictionary(pair => pair.Id, pair => pair.Scan);
        if (keep is not null && (kept.Count != scans.Count || scans.Any(scan => !ReferenceEquals(kept.GetValueOrDefault(scan.Key.ToString()), scan.Value)))) Write(keep, scans);
        return scans;
    }

    private static Dictionary<string, UnitScan?> Read(string path)
    {
        try
        {
            return File.Exists(path) ? JsonSerializer.Deserialize<Dictionary<string, UnitScan?>>(File.ReadAllBytes(path)) ?? [] : [];
        }
        catch (Exception failure) when (failure is JsonException or IOException or UnauthorizedAccessException or NotSupportedException)
        {
            // It only spares work.
            return [];
        }
    }

    private static void Write(string path, ImmutableDictionary<UnitId, UnitScan> scans)
    {
        try
        {
            AtomicFile.WriteAllBytes(path, JsonSerializer.SerializeToUtf8Bytes(scans.ToDictionary(scan => scan.Key.ToString(), scan => scan.Value)));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // The next run looks again.
        }
    }
}
