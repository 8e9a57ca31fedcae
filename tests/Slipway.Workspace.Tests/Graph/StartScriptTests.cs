using Slipway.Model.Units;

namespace Slipway.Workspace.Tests.Graph;

/// <summary>What the script <c>start</c> says of how an app's pages come about.</summary>
public sealed class StartScriptTests
{
    [Theory]
    [InlineData("node dist/server.js", "dist/server.js", "")]
    [InlineData("node ./dist/server/entry.mjs", "dist/server/entry.mjs", "")]
    [InlineData(" node  dist/index.cjs ", "dist/index.cjs", "")]
    [InlineData("node --enable-source-maps --max-old-space-size=512 dist/a/b/main.js", "dist/a/b/main.js", "--enable-source-maps --max-old-space-size=512")]
    [InlineData("node --import=./dist/telemetry.mjs dist/server.mjs", "dist/server.mjs", "--import=./dist/telemetry.mjs")]
    public async Task Node_with_a_file_of_dist_is_a_server(string start, string file, string options)
    {
        var server = await ServerAsync("apps/shop", start);
        Assert.Equal((file, options, 3, 14), (server!.File, string.Join(' ', server.Options), server.Line, server.Column));
    }

    [Theory]
    [InlineData("vite preview")]
    [InlineData("next start")]
    [InlineData("node server.js")]
    [InlineData("node scripts/serve.js --open")]
    [InlineData("nodemon dist/server.js")]
    [InlineData("serve dist")]
    [InlineData("node serve.js dist")]
    [InlineData("node distance/server.js")]
    [InlineData("")]
    public async Task What_starts_no_server_of_dist_leaves_an_app_of_files(string start) => Assert.Null(await ServerAsync("apps/shop", start));

    [Fact]
    public async Task Only_an_app_has_a_server() => Assert.Null(await ServerAsync("packages/shop", "node dist/server.js"));

    [Theory]
    [InlineData("NODE_ENV=production node dist/server.js")]
    [InlineData("npm run build && node dist/server.js")]
    [InlineData("node dist")]
    [InlineData("node dist/server")]
    [InlineData("node dist/server.ts")]
    [InlineData("node dist/../server.js")]
    [InlineData("node dist/server.js --port 3000")]
    [InlineData("node -r ./dist/telemetry.js dist/server.js")]
    [InlineData("node 'dist/my server.js'")]
    public async Task A_server_that_an_image_could_not_start_so_is_refused_with_its_place(string start)
    {
        var said = await BadInput.Of("apps/shop/package.json", Manifest(start));
        Assert.StartsWith($"apps/shop/package.json(3,14): SLP1050: 'start' is '{start}', which starts a server of dist in a way that an image cannot", said, StringComparison.Ordinal);
        Assert.Contains("mend: write it as node [--option[=value] …] dist/FILE, where FILE ends in .js, .mjs or .cjs", said, StringComparison.Ordinal);
    }

    private static string Manifest(string start) => $"{{\n  \"name\": \"shop\", \"scripts\": {{\n    \"start\": \"{start}\"\n  }}\n}}\n";

    private static async Task<NodeServer?> ServerAsync(string folder, string start)
    {
        using var repository = new TemporaryRepository(($"{folder}/package.json", Manifest(start)));
        var platform = await WorkspaceReader.ReadAsync(repository.Root, TestContext.Current.CancellationToken);
        return Assert.Single(platform.Units).Server;
    }
}
