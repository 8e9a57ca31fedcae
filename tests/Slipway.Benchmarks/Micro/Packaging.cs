using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using Slipway.Artifacts.Oci;
using Slipway.Artifacts.Oci.Bases;
using Slipway.Artifacts.Releases;
using Slipway.Artifacts.Store;
using Slipway.Evidence.Sboms;
using Slipway.Machine.Files;
using Slipway.Model.Units;

namespace Slipway.Benchmarks.Micro;

/// <summary>
/// Packaging one service after publish, with the base image there already: plain parts, image, migration bundle, SBOM of a hundred packages. Bound 2 s.
/// </summary>
[InProcess, MemoryDiagnoser]
public class Packaging
{
    private readonly string _root = Directory.CreateTempSubdirectory("slipway-packaging-").FullName;
    private ReleaseDraft _draft = null!;

    [GlobalSetup]
    public async Task MakeAsync()
    {
        // Forty assemblies of 200 kB in each, as a small service with EF Core has.
        foreach (var part in (string[])["app", "migrate"])
            for (var number = 0; number < 40; number++) Put($"{part}/part{number:00}.dll", number);
        var version = $"{Environment.Version.Major}.{Environment.Version.Minor}.0";
        var image = await new EmbeddedImage(Path.Combine(_root, "images")).FindAsync([new("Microsoft.AspNetCore.App", version), new("Microsoft.NETCore.App", version)]);
        _draft = new()
        {
            Unit = new(UnitKind.Service, UnitName.Parse("catalog")),
            Origin = new() { Version = "1.0.0", Invocation = Guid.Empty, Builder = "local" },
            Parts = [new("app", Path.Combine(_root, "app")), new("migrate", Path.Combine(_root, "migrate"))],
            Layout = new LayoutDraft.Image(image ?? throw new InvalidOperationException("There is no base image on this machine."), ["dotnet", "/app/part00.dll"]),
            Sbom = new()
            {
                Subject = new() { Reference = "platform:services/catalog", Kind = "application", Name = "catalog" },
                Components = [.. Enumerable.Range(0, 100).Select(Package)],
            },
        };
    }

    [Benchmark]
    public Task<WrittenRelease> WriteAsync()
    {
        var store = new ReleaseStore(Path.Combine(_root, "releases"));
        store.Remove(_draft.Address);
        return new ReleaseWriter(store).WriteAsync(_draft);
    }

    [GlobalCleanup]
    public void Clean() => FileTree.Delete(_root);

    private void Put(string path, int seed)
    {
        var bytes = new byte[200_000];
        new Random(seed).NextBytes(bytes);
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(_root, path))!);
        File.WriteAllBytes(Path.Combine(_root, path), bytes);
    }

    private static SbomComponent Package(int number) => new()
    {
        Reference = PackageUrl.NuGet($"Package{number}", "1.0.0"), Kind = "library", Name = $"Package{number}", Version = "1.0.0", Purl = PackageUrl.NuGet($"Package{number}", "1.0.0"),
        Hashes = ImmutableSortedDictionary<string, string>.Empty.Add("SHA-512", new string('a', 128)), License = new SbomLicense.Spdx("MIT"),
    };
}
