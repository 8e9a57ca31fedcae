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

    public static bool Exist(RunContext run, UnitId unit) => File.Exists(PathOf(run, unit));

    public static ImmutableArray<Finding> Read(RunContext run, UnitId unit) =>
        JsonSerializer.Deserialize<ImmutableArray<Finding>>(File.ReadAllBytes(PathOf(run, unit)), RecordJson.Options);

    /// <summary>The file that keeps them.</summary>
    public static string PathOf(RunContext run, UnitId unit) =>
        Path.Combine(run.Paths.Work, "compile", unit.Folder, $"{unit.Name.Lower}.json");
}
