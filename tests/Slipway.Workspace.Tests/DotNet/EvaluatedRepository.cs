using System.Collections.Concurrent;
using Slipway.Workspace.DotNet.Proof;

namespace Slipway.Workspace.Tests.DotNet;

/// <summary>A repository that is read again and again, its evaluations kept in a folder beside it.</summary>
/// <param name="files">What it holds at first.</param>
internal sealed class EvaluatedRepository(params (string Path, string Content)[] files) : IDisposable
{
    private readonly TemporaryRepository _cache = new();

    public TemporaryRepository Files { get; } = new(files);

    /// <summary>Its own, unless it shares another's.</summary>
    public string CacheFolder { get => field ?? _cache.Root; init; }

    public string Kept => Path.Join(CacheFolder, $"{Model.Digest.Of(Files.Root).Hex}.bin");

    /// <summary>Called before each evaluation, with the project's path from the root.</summary>
    public Action<string> Evaluating { get; set; } = _ => { };

    /// <summary>What was read last.</summary>
    public Model.Platforms.Platform? Platform { get; private set; }

    public TimeProvider Time { get; set; } = TimeProvider.System;

    private Func<CancellationToken, Task<bool>>? Certainty { get; set; }

    /// <summary>Whether the last reading would give the same again, by its own word.</summary>
    public Task<bool> IsCertainAsync() => Certainty!(TestContext.Current.CancellationToken);

    /// <summary>Reads the repository. Whoever calls this trusts what was kept.</summary>
    /// <returns>The names of the projects that MSBuild was asked about, in order.</returns>
    public async Task<string> ReadAsync()
    {
        Age();
        var asked = new ConcurrentBag<string>();
        var options = new WorkspaceOptions
        {
            CacheFolder = CacheFolder,
            Time = Time,
            Certainty = certainty => Certainty = certainty,
            Evaluating = file =>
            {
                asked.Add(Path.GetFileNameWithoutExtension(file));
                Evaluating(Path.GetRelativePath(Files.Root, file));
            },
        };
        Platform = await WorkspaceReader.ReadAsync(Files.Root, options, TestContext.Current.CancellationToken);
        return string.Join(' ', asked.Distinct().Order(StringComparer.Ordinal));
    }

    /// <summary>What differs between what would be used and what MSBuild says: nothing, unless something is wrong.</summary>
    public async Task<IEnumerable<EvaluationDifference>> DifferencesAsync() =>
        (await EvaluationProof.MakeAsync(Files.Root, CacheFolder, TestContext.Current.CancellationToken)).Differences;

    public void Delete(string path)
    {
        if (Directory.Exists(Files[path])) Directory.Delete(Files[path], recursive: true);
        else File.Delete(Files[path]);
    }

    public void Dispose()
    {
        _cache.Dispose();
        Files.Dispose();
    }

    // What was written within the last tick of the clock may have been written while it was read, and is not kept.
    private void Age()
    {
        var before = DateTime.UtcNow.AddMinutes(-1);
        foreach (var file in Directory.EnumerateFiles(Files.Root, "*", SearchOption.AllDirectories).Where(file => File.GetLastWriteTimeUtc(file) > before))
            File.SetLastWriteTimeUtc(file, before);
    }
}
