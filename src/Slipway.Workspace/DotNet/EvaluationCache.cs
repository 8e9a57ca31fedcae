using System.Collections.Immutable;
using System.Text.Json;
using Slipway.Machine.Files;

namespace Slipway.Workspace.DotNet;

/// <summary>Keeps evaluations by the digest of everything that has a say in them. What cannot be read is as good as absent.</summary>
internal sealed class EvaluationCache(string folder)
{
    private readonly List<(EvaluationKey Key, ImmutableArray<EvaluatedProject> Evaluated)> _added = [];

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

    public void Add(EvaluationKey key, ImmutableArray<EvaluatedProject> evaluated) => _added.Add((key, evaluated));

    /// <summary>Keeps what was added. Called once the repository has proved sound: a bad one leaves nothing behind.</summary>
    public void Keep()
    {
        foreach (var (key, evaluated) in _added) Keep(key, evaluated);
    }

    private void Keep(EvaluationKey key, ImmutableArray<EvaluatedProject> evaluated)
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
