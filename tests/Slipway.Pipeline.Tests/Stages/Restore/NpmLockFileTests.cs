using Slipway.Model.Problems;

namespace Slipway.Pipeline.Tests.Stages.Restore;

public sealed class NpmLockFileTests : IDisposable
{
    private const string Whole = """{ "packages": { "": {}, "apps/admin": {}, "apps/shop": {} } }""";
    private const string Old = """{ "packages": { "": {}, "apps/shop": {} } }""";
    private readonly LockPlatform _platform = new LockPlatform().App("admin").App("shop").Write("package.json", """{ "workspaces": ["apps/*"] }""");

    [Theory]
    [InlineData(Old)]
    [InlineData("""{ "lockfileVersion": 1, "dependencies": {} }""")]
    [InlineData(null)]
    public async Task One_that_is_missing_or_lacks_an_app_is_completed_once_in_the_folder_of_the_workspace(string? before)
    {
        if (before is not null) _platform.Write("package-lock.json", before);
        _platform.Tool = _ => Write(Whole);

        Assert.True(await _platform.SettleAsync());

        var npm = Assert.Single(_platform.Calls);
        Assert.Equal(("npm", _platform.Root), (npm.FileName, npm.WorkingDirectory));
        Assert.Equal(["install", "--package-lock-only"], npm.Arguments[..2]);
        Assert.Equal("Wrote 1 lock file (package-lock.json): commit it.", _platform.Said[^1]);
    }

    [Fact]
    public async Task One_that_knows_every_app_is_left_alone()
    {
        _platform.Write("package-lock.json", Whole);

        Assert.False(await _platform.SettleAsync());

        Assert.Empty(_platform.Calls);
    }

    [Fact]
    public async Task An_app_with_a_lock_file_of_its_own_is_not_asked_of_the_workspace_s()
    {
        _platform.Write("package-lock.json", Old).Write("apps/admin/package-lock.json", """{ "packages": { "": {} } }""");

        Assert.False(await _platform.SettleAsync());
    }

    [Fact]
    public async Task Outside_a_workspace_each_app_has_its_own()
    {
        File.Delete(Path.Join(_platform.Root, "package.json"));

        await _platform.SettleAsync(new() { MayWrite = false });

        Assert.Equal("A run would write 2 lock files (apps/admin/package-lock.json, apps/shop/package-lock.json) first.", Assert.Single(_platform.Said));
    }

    [Fact]
    public async Task An_npm_that_fails_leaves_it_as_it_was_and_gives_its_last_words()
    {
        _platform.Write("package-lock.json", Old);
        _platform.Tool = _ => Write("{") + 1;

        var failure = await Assert.ThrowsAsync<KnownFailureException>(() => _platform.SettleAsync());

        Assert.Equal(Old, _platform.Read("package-lock.json"));
        Assert.Contains("the last words of the tool", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_is_no_JSON_is_bad_input()
    {
        _platform.Write("package-lock.json", "<<<<<<< HEAD");

        var failure = await Assert.ThrowsAsync<BadInputException>(() => _platform.SettleAsync());

        Assert.Equal((Codes.LockFileStale, "package-lock.json"), (failure.Problems[0].Code, failure.Problems[0].File));
    }

    public void Dispose() => _platform.Dispose();

    private int Write(string content)
    {
        _platform.Write("package-lock.json", content);
        return 0;
    }
}
