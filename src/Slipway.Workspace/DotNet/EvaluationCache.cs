using System.Collections.Immutable;
using System.Text.Json;
using Slipway.Machine.Files;

namespace Slipway.Workspace.DotNet;

/// <summary>Keeps evaluations by the digest of everything that has a say in them. What cannot be read is as good as absent.</summary>
internal sealed class EvaluationCache(string folder)
{
    public ImmutableArray<EvaluatedProject>? Find(EvaluationKey key)
    {
        try
        {
            return JsonSerializer.Deserialize<ImmutableArray<EvaluatedProject>?>(File.ReadAllBytes(FileOf(key)));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    public void Keep(EvaluationKey key, ImmutableArray<EvaluatedProject> evaluated)
    {
        try
        {
            AtomicFile.WriteAllBytes(FileOf(key), JsonSerializer.SerializeToUtf8Bytes(evaluated));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // Somewhere that cannot be written, reading is merely slower.
        }
    }

    private string FileOf(EvaluationKey key) => Path.Join(folder, "graphs", key.Digest.Hex + ".json");
}
