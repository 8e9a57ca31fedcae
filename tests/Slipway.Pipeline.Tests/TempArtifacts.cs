using Slipway.Pipeline.Runs;

namespace Slipway.Pipeline.Tests;

/// <summary>An artifacts folder of its own, gone when disposed.</summary>
internal sealed class TempArtifacts : IDisposable
{
    public ArtifactPaths Paths { get; } = new(Directory.CreateTempSubdirectory("pipeline-tests-").FullName);

    public void Dispose() => Directory.Delete(Paths.Root, recursive: true);
}
