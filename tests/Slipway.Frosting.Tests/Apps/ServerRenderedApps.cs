using System.Text.Json;
using Slipway.Artifacts.Oci.Bases;
using Slipway.Frosting.Tests.Harness;
using Slipway.Machine.Files;

namespace Slipway.Frosting.Tests.Apps;

/// <summary>Apps whose pages a server renders, from their folder to the image.</summary>
public sealed class ServerRenderedApps
{
    private const string Server = "require('node:http').createServer((_, answer) => answer.end('hello')).listen(process.env.PORT, process.env.HOST);";

    [Fact]
    public void One_ships_as_an_image_that_runs_its_server_without_rights()
    {
        AskForNode();
        using var platform = Platform();

        var release = Packaged(platform);

        var parts = Json(release, "release.json").GetProperty("content").GetProperty("parts");
        Assert.False(parts.TryGetProperty("artifact", out _));
        var manifest = Json(release, parts.GetProperty("image").GetString()!);
        var config = Json(release, BlobOf(manifest.GetProperty("config"))).GetProperty("config");
        Assert.Equal(["node", "--enable-source-maps", "/app/dist/server.cjs"], Texts(config.GetProperty("Entrypoint")));
        Assert.Equal(("1654", "/app"), (config.GetProperty("User").GetString(), config.GetProperty("WorkingDir").GetString()));
        Assert.True(config.GetProperty("ExposedPorts").TryGetProperty("8080/tcp", out _));
        Assert.All((string[])["NODE_ENV=production", "PORT=8080", "HOST=0.0.0.0", "HOSTNAME=0.0.0.0", "PATH=/usr/local/bin"], variable => Assert.Contains(variable, Texts(config.GetProperty("Env"))));
        Assert.Equal(["app/dist/pages/index.txt", "app/dist/server.cjs", "app/package.json"], FileTree.Files(Path.Join(release, "app")).Select(file => $"app/{file}"));
    }

    [Fact]
    public void Its_bill_of_materials_names_node_the_base_and_what_that_holds()
    {
        AskForNode();
        using var platform = Platform();

        var sbom = Json(Packaged(platform), "sbom.cdx.json");

        var components = sbom.GetProperty("components").EnumerateArray().ToList();
        var node = Assert.Single(components, component => component.GetProperty("type").GetString() == "platform");
        Assert.Equal("node", node.GetProperty("name").GetString());
        Assert.StartsWith("pkg:generic/node@", node.GetProperty("purl").GetString(), StringComparison.Ordinal);
        Assert.Single(components, component => component.GetProperty("type").GetString() == "container");
        if (File.Exists("/var/lib/dpkg/status")) Assert.Contains(components, component => component.GetProperty("name").GetString() == "libc6");
    }

    [Fact]
    public void The_same_sources_give_the_same_release_elsewhere()
    {
        AskForNode();
        using var one = Platform();
        using var other = Platform();
        Assert.Equal(Content(Packaged(one)), Content(Packaged(other)));
    }

    [Fact]
    public void A_server_that_the_build_did_not_leave_is_said_with_the_place_of_its_script()
    {
        using var platform = Platform("node dist/main.js");

        var call = HostCall.On(platform, "", "--target=Package");

        Assert.True(call.ExitCode == 1, call.Output + call.Error);
        Assert.Contains("apps/shop/package.json(1,", call.Output + call.Error, StringComparison.Ordinal);
        Assert.Contains("SLP3125", call.Output + call.Error, StringComparison.Ordinal);
        Assert.Contains("runs dist/main.js, which the build left nowhere", call.Output + call.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_base_of_its_own_that_is_not_there_is_said()
    {
        using var platform = Platform();
        platform.Write("platform.yaml", "name: harbour\nnodeBaseImage: layout:images/node\n");

        var call = HostCall.On(platform, "", "--target=Package");

        Assert.True(call.ExitCode is 1 or 2, call.Output + call.Error);
        Assert.Contains("SLP4090", call.Output + call.Error, StringComparison.Ordinal);
        Assert.Contains("layout:images/node", call.Output + call.Error, StringComparison.Ordinal);
    }

    private static void AskForNode() => Assert.SkipWhen(EmbeddedImage.NodeHindrance is not null, $"There is no embedded base of Node: {EmbeddedImage.NodeHindrance}.");

    private static TestPlatform Platform(string start = "node --enable-source-maps dist/server.cjs")
    {
        var platform = new TestPlatform();
        const string Build = "node -e \\\"require('fs').cpSync('src','dist',{recursive:true})\\\"";
        platform.Write("apps/shop/package.json", $$"""{ "name": "shop", "version": "1.0.0", "private": true, "scripts": { "build": "{{Build}}", "start": "{{start}}" } }""");
        platform.Write("apps/shop/package-lock.json", """{ "name": "shop", "version": "1.0.0", "lockfileVersion": 3, "requires": true, "packages": { "": { "name": "shop", "version": "1.0.0" } } }""");
        platform.Write("apps/shop/src/server.cjs", Server);
        platform.Write("apps/shop/src/pages/index.txt", "hello");
        return platform;
    }

    private static string Packaged(TestPlatform platform)
    {
        var call = HostCall.On(platform, "", "--target=Package");
        Assert.True(call.ExitCode == 0, call.Output + call.Error);
        return Assert.Single(Directory.GetDirectories(Path.Join(platform.Artifacts, "releases/apps/shop")));
    }

    private static string Content(string release) => Json(release, "release.json").GetProperty("content").GetRawText();

    private static string BlobOf(JsonElement descriptor) => $"oci/blobs/sha256/{descriptor.GetProperty("digest").GetString()!["sha256:".Length..]}";

    private static IEnumerable<string> Texts(JsonElement list) => list.EnumerateArray().Select(text => text.GetString()!);

    private static JsonElement Json(string folder, string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Join(folder, path)));
        return document.RootElement.Clone();
    }
}
