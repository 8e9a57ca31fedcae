using System.Text.Json;
using Slipway.Acceptance.Tests.Harness;
using Slipway.Machine.Files;
using Slipway.Machine.Processes;

namespace Slipway.Acceptance.Tests.Releases;

/// <summary>The OCI layout of every unit, and what skopeo and a registry think of it.</summary>
public sealed class Layouts(ReferencePlatform platform)
{
    [Fact]
    public async Task Skopeo_takes_each_to_a_registry_and_back_with_the_same_digests()
    {
        Assert.SkipWhen(Executables.Find("skopeo") is null, "skopeo is not installed.");
        (await platform.RunAsync()).Exits(0);
        await using var registry = await Registry.StartAsync();
        var back = Directory.CreateTempSubdirectory("slipway-back-");
        var moved = new List<string>();
        foreach (var (unit, _, folder, manifest) in MadeReleases.In(platform.Root))
        {
            foreach (var part in manifest.Content.Parts.Where(part => part.Key is "image" or "artifact" or "bundle" or "test-programs"))
            {
                var digest = Path.GetFileName(part.Value);
                var there = $"docker://{registry.Address}/{unit}/{part.Key}:moved";
                var here = Path.Combine(back.FullName, unit, part.Key);
                Directory.CreateDirectory(Path.GetDirectoryName(here)!);
                await SkopeoAsync("copy", "--preserve-digests", "--dest-tls-verify=false", $"oci:{folder}/oci:{part.Key}", there);
                await SkopeoAsync("copy", "--preserve-digests", "--src-tls-verify=false", $"docker://{registry.Address}/{unit}/{part.Key}@sha256:{digest}", $"oci:{here}:{part.Key}");
                Assert.Equal(digest, FileDigest.OfFile(Path.Combine(here, "blobs", "sha256", digest)).Hex);
                Assert.All(Directory.GetFiles(Path.Combine(here, "blobs", "sha256")), blob =>
                    Assert.True(File.Exists(Path.Combine(folder, "oci", "blobs", "sha256", Path.GetFileName(blob))), $"{unit} {part.Key} {blob}"));
                moved.Add($"{unit} {part.Key}");
            }
        }
        back.Delete(recursive: true);
        // Three services, two of them with a bundle and tests, an app, six packages.
        Assert.Equal(14, moved.Count);
    }

    [Fact]
    public async Task Skopeo_reads_how_an_image_is_run()
    {
        Assert.SkipWhen(Executables.Find("skopeo") is null, "skopeo is not installed.");
        (await platform.RunAsync()).Exits(0);
        Assert.SkipUnless(Directory.Exists(Path.Combine(platform.ReleaseOf("services/catalog"), "oci")), "No image is made on this machine.");

        using var config = JsonDocument.Parse(await SkopeoAsync("inspect", "--config", $"oci:{platform.ReleaseOf("services/catalog")}/oci:image"));

        var run = config.RootElement.GetProperty("config");
        Assert.Equal("1654", run.GetProperty("User").GetString());
        Assert.Equal(["dotnet", "/app/Catalog.dll"], run.GetProperty("Entrypoint").EnumerateArray().Select(word => word.GetString()));
    }

    [Fact]
    public async Task Each_statement_is_a_referrer_of_the_image_in_the_layout()
    {
        (await platform.RunAsync()).Exits(0);
        foreach (var (_, _, folder, manifest) in MadeReleases.In(platform.Root))
        {
            var index = await File.ReadAllTextAsync(Path.Combine(folder, "oci", "index.json"), TestContext.Current.CancellationToken);
            var main = Path.GetFileName(manifest.Content.Parts.First(part => part.Key is "image" or "artifact").Value);
            Assert.Contains(main, index, StringComparison.Ordinal);
            foreach (var statement in Directory.GetFiles(Path.Combine(folder, "attestations")))
                Assert.True(File.Exists(Path.Combine(folder, "oci", "blobs", "sha256", FileDigest.OfFile(statement).Hex)), statement);
        }
    }

    private static async Task<string> SkopeoAsync(params string[] arguments) =>
        (await new ProcessRunner().RunAsync(ProcessRequest.For("skopeo", ["--insecure-policy", .. arguments]), TestContext.Current.CancellationToken)).OrFail($"skopeo {arguments[0]}").Output;
}
