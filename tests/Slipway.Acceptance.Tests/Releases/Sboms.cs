using System.Text.Json;
using Slipway.Acceptance.Tests.Harness;
using Slipway.Machine.Processes;

namespace Slipway.Acceptance.Tests.Releases;

/// <summary>The SBOM of every unit of the reference platform, and what CycloneDX's own validator thinks of it.</summary>
public sealed class Sboms(ReferencePlatform platform)
{
    [Fact]
    public async Task The_strict_validator_of_cyclonedx_accepts_each()
    {
        (await platform.RunAsync()).Exits(0);
        var tool = await InstallAsync();
        var files = MadeReleases.In(platform.Root).Select(release => Path.Combine(release.Folder, release.Manifest.Content.Parts["sbom"])).ToArray();
        Assert.Equal(10, files.Length);

        var said = (await RunAsync(tool, "node", ["validate.js", .. files])).OrFail("the validator").Output;

        Assert.Equal(files.Select((_, place) => $"{place} valid"), said.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task A_services_names_packages_with_hash_and_licence_and_what_it_is_put_on()
    {
        (await platform.RunAsync()).Exits(0);
        var components = ComponentsOf("services/catalog");

        var npgsql = Assert.Single(components, component => Text(component, "name") == "Npgsql");
        Assert.StartsWith("pkg:nuget/Npgsql@", Text(npgsql, "purl"), StringComparison.Ordinal);
        Assert.Equal("PostgreSQL", npgsql.GetProperty("licenses")[0].GetProperty("license").GetProperty("id").GetString());
        Assert.Matches("^[0-9a-f]{128}$", npgsql.GetProperty("hashes")[0].GetProperty("content").GetString());
        Assert.Contains(components, component => (Text(component, "type"), Text(component, "name")) == ("framework", "Microsoft.AspNetCore.App"));
        Assert.Contains(components, component => (Text(component, "type"), Text(component, "bom-ref")) == ("application", "migration-bundle"));
        Assert.Contains(components, component => Text(component, "bom-ref") == "platform:packages/contracts/Harborline.Contracts");
        if (OperatingSystem.IsLinux()) Assert.Contains(components, component => (Text(component, "type"), Text(component, "name")) == ("container", "slipway-embedded-base"));
    }

    [Fact]
    public async Task An_apps_tells_what_ships_from_what_only_builds()
    {
        (await platform.RunAsync()).Exits(0);
        var components = ComponentsOf("apps/storefront");

        Assert.Null(Text(Assert.Single(components, component => Text(component, "name") == "preact"), "scope"));
        Assert.Equal("excluded", Text(components.First(component => Text(component, "name") == "vite"), "scope"));
        Assert.Contains(components, component => Text(component, "bom-ref") == "platform:packages/catalog-client");
    }

    private JsonElement[] ComponentsOf(string unit)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(platform.ReleaseOf(unit), "sbom.cdx.json")));
        return [.. document.RootElement.GetProperty("components").Clone().EnumerateArray()];
    }

    private static string? Text(JsonElement component, string key) => component.TryGetProperty(key, out var text) ? text.GetString() : null;

    /// <summary>Installs the validator once a checkout, below <c>artifacts/tools</c>.</summary>
    private static async Task<string> InstallAsync()
    {
        Assert.SkipWhen(Executables.Find("node") is null || Executables.Find("npm") is null, "node and npm are needed for CycloneDX's own validator; they are not installed.");
        var source = Path.Combine(Repository.Root, "tests/Slipway.Acceptance.Tests/Releases/cyclonedx");
        var folder = Path.Combine(Repository.Root, "artifacts/tools/cyclonedx-library");
        Directory.CreateDirectory(folder);
        foreach (var file in Directory.GetFiles(source)) File.Copy(file, Path.Combine(folder, Path.GetFileName(file)), overwrite: true);
        // Its reader of XML, which has to be compiled, is asked for and not needed.
        (await RunAsync(folder, "npm", ["ci", "--legacy-peer-deps", "--ignore-scripts", "--no-audit", "--no-fund"])).OrFail("npm ci of the validator");
        return folder;
    }

    private static Task<ProcessResult> RunAsync(string folder, string program, string[] arguments) => new ProcessRunner().RunAsync(
        ProcessRequest.For(program, [.. arguments]) with { WorkingDirectory = folder, TimeLimit = TimeSpan.FromMinutes(3) }, TestContext.Current.CancellationToken);
}
