using System.Collections.Immutable;
using System.Text.Json;
using Slipway.Machine.Files;
using Slipway.Model.Stages;
using Slipway.Model.Units;
using Slipway.Pipeline.Records;
using Slipway.Pipeline.Runs;

namespace Slipway.Pipeline.Stages.DotNet;

/// <summary>
/// The messages of a unit's last compile, kept on disk: the compiler speaks once, and typecheck, lint and boundaries each take their
/// part of what it said, also when the compile itself is replayed.
/// </summary>
internal static class BuildFindings
{
    public static void Write(RunContext run, UnitId unit, ImmutableArray<Finding> findings)
    {
        var path = PathOf(run, unit);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        AtomicFile.WriteAllText(path, JsonSerializer.Serialize(findings, RecordJson.Options));
    }

    /// <summary>Null where they are not there, or not whole: the compile must speak again.</summary>
    public static ImmutableArray<Finding>? Find(RunContext run, UnitId unit)
    {
        try
        {
            return JsonSerializer.Deserialize<ImmutableArray<Finding>>(File.ReadAllBytes(PathOf(run, unit)), RecordJson.Options);
        }
        catch (Exception failure) when (failure is JsonException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Those of a compile that stands.</summary>
    public static ImmutableArray<Finding> Read(RunContext run, UnitId unit) =>
        Find(run, unit) ?? throw new InvalidOperationException($"{PathOf(run, unit)} has gone since the compile.");

    /// <summary>The file that keeps them.</summary>
    public static string PathOf(RunContext run, UnitId unit) =>
        Path.Combine(run.Paths.Work, "compile", unit.Folder, $"{unit.Name.Lower}.json");
}
