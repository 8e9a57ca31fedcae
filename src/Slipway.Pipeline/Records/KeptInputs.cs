using System.Collections.Immutable;
using System.Text.Json;
using Slipway.Machine.Files;
using Slipway.Model.Units;
using Slipway.Pipeline.Runs;
using Slipway.Workspace.Fingerprints;

namespace Slipway.Pipeline.Records;

/// <summary>The inputs that records are about, so that what changed since can be told by name.</summary>
internal sealed class KeptInputs(ArtifactPaths paths)
{
    // More than the stages of a unit ever refer to; the oldest go first.
    private const int Most = 24;

    public ImmutableArray<Input>? Find(UnitId unit, string digest)
    {
        try
        {
            return JsonSerializer.Deserialize<ImmutableArray<Input>?>(File.ReadAllBytes(paths.KeptInputs(unit, digest)), RecordJson.Options);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    public void Keep(UnitId unit, string digest, Func<ImmutableArray<Input>> inputs)
    {
        var path = paths.KeptInputs(unit, digest);
        if (File.Exists(path)) return;
        var folder = Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        foreach (var old in folder.GetFiles("*.json").OrderByDescending(file => file.LastWriteTimeUtc).Skip(Most)) old.Delete();
        AtomicFile.WriteAllText(path, JsonSerializer.Serialize(inputs(), RecordJson.Options));
    }
}
