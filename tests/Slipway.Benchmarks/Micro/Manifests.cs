using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using Slipway.Evidence.Releases;
using Slipway.Model;
using Slipway.Model.Releases;
using Slipway.Model.Units;

namespace Slipway.Benchmarks.Micro;

/// <summary>Writing and reading the manifest of a release, which every verification does.</summary>
[InProcess, MemoryDiagnoser]
public class Manifests
{
    private ReleaseManifest _manifest = null!;
    private byte[] _bytes = [];

    [Params(100, 2000)]
    public int Files { get; set; }

    [GlobalSetup]
    public void Make()
    {
        _manifest = new()
        {
            Content = new()
            {
                Unit = new(UnitKind.Service, UnitName.Parse("catalog")),
                Parts = ImmutableSortedDictionary<string, string>.Empty.Add("app", "app"),
                Files = [.. Enumerable.Range(0, Files).Select(number => new ReleaseFile($"app/part{number:0000}.dll", Digest.Of($"{number}"), number))],
            },
            Origin = new()
            {
                Commit = "0123456789abcdef0123456789abcdef01234567",
                Version = "1.4.1-dev.g0123456789ab",
                Invocation = Guid.Empty,
                Builder = "local",
            },
        };
        _bytes = ReleaseManifestWriter.Write(_manifest);
    }

    [Benchmark]
    public byte[] Write() => ReleaseManifestWriter.Write(_manifest);

    [Benchmark]
    public bool Read() => ReleaseManifestReader.Read(_bytes).Match(_ => true, _ => throw new InvalidOperationException("The manifest is not accepted."));
}
