using System.Collections.Immutable;

namespace Slipway.Frosting.Tests.Stamps;

/// <summary>What git found on a walk through the folders stands until another walk could find something else, and no longer.</summary>
public sealed class KeptWalks : IDisposable
{
    private const string Git = """
        #!/bin/sh
        case "$*" in *--ignored=matching*) echo walked >> "$WALKED" ;; esac
        PATH=${PATH#*:} exec git "$@"
        """;

    private static readonly Dictionary<string, Func<LaunchedPlatform, Task>> Changes = new()
    {
        ["a file is new"] = Do(platform => platform.Write("apps/shop/src/new.ts", "")),
        ["a file is new in a folder that is new"] = Do(platform => platform.Write("apps/shop/new/deep/new.ts", "")),
        ["a file is new in a folder that was empty"] = Do(platform => platform.Write("apps/shop/empty/deep/new.ts", "")),
        ["a file is new where all others are ignored"] = Do(platform => platform.Write("apps/shop/own/new.ts", "")),
        ["a file is new beside a tracked one in an ignored folder"] = Do(platform => platform.Write("apps/shop/bin/new.ts", "")),
        ["a file that was new is gone"] = Do(platform => File.Delete(platform.At("apps/till/new.ts"))),
        ["a file that was new has another text"] = Do(platform => platform.Write("apps/till/new.ts", "export const till = 2;\n")),
        ["an ignored file appears"] = Do(platform => platform.Write("apps/shop/src/shop.user", "")),
        ["an ignored folder appears"] = Do(platform => platform.Write("apps/till/obj/made.ts", "")),
        ["a folder is moved"] = Do(platform => Directory.Move(platform.At("apps/shop/own"), platform.At("apps/shop/owned"))),
        ["a tracked rule hides what was new"] = Do(platform => platform.Write(".gitignore", "artifacts/\n*.user\nbin/\nobj/\nnew.ts\n")),
        ["a tracked rule hides an ignored folder no more"] = Do(platform => platform.Write(".gitignore", "artifacts/\n*.user\nbin/\n")),
        ["a rule that no commit has hides what was new"] = Do(platform => platform.Write("apps/till/.gitignore", "*.user\nnew.ts\n")),
        ["a rule of an ignored file hides something no more"] = Do(platform => platform.Write("apps/till/own/.gitignore", ".gitignore\n")),
        ["the clone's own rule hides what was new"] = Do(platform => File.AppendAllText(platform.At(".git/info/exclude"), "new.ts\n")),
        ["the clone has its first rule"] = Do(platform => Directory.Move(platform.Beside("info"), platform.At(".git/info"))),
        ["the user's rule hides what was new"] = Do(platform => platform.WriteBeside("a/rules", "new.ts\n")),
        ["the settings name other rules"] = platform => platform.GitAsync("config", "core.excludesFile", platform.Beside("others.txt")),
        ["what was new is staged"] = platform => platform.GitAsync("add", "apps/till/new.ts"),
        ["what was new is committed"] = platform => platform.CommitAsync(),
        ["what was tracked is so no more"] = platform => platform.GitAsync("rm", "-q", "--cached", "apps/shop/src/shop.ts"),
    };

    private readonly LaunchedPlatform _platform = new();

    public static TheoryData<string> All => [.. Changes.Keys];

    public void Dispose() => _platform.Dispose();

    [Theory]
    [MemberData(nameof(All))]
    public async Task It_is_the_state_that_a_walk_would_find_when(string change)
    {
        await StampAsync(change);
        var before = await StateAsync();
        Assert.Equal(before, await WalkedStateAsync());

        await Changes[change](_platform);

        Assert.NotEqual(before, await StateAsync());
        Assert.Equal(await WalkedStateAsync(), await StateAsync());
    }

    [Fact]
    public async Task Git_walks_only_after_a_folder_was_changed()
    {
        await StampAsync();
        Assert.Equal((true, 0), await RunAsync());
        // An editor's, which was there for a moment.
        _platform.Write("apps/shop/src/.shop.ts.swp", "");
        File.Delete(_platform.At("apps/shop/src/.shop.ts.swp"));
        Assert.Equal((true, 1), await RunAsync());

        // An edit leaves the folder as it is.
        _platform.Write("apps/shop/src/shop.ts", "export const shop = 2;\n");
        await StampAsync();
        Assert.Equal((true, 0), await RunAsync());
        _platform.Write("apps/shop/obj/made.ts", "made again");
        Assert.Equal((true, 0), await RunAsync());
    }

    [Fact]
    public async Task What_was_kept_of_a_walk_and_cannot_be_read_is_walked_for()
    {
        await StampAsync();
        var found = Assert.Single(Directory.GetFiles(_platform.At("artifacts/stamps"), "*.found"));
        var text = await File.ReadAllTextAsync(found, TestContext.Current.CancellationToken);
        foreach (var torn in (string[])["", text[..70], text[..^2], "0000\n!! nothing\0"])
        {
            await File.WriteAllTextAsync(found, torn, TestContext.Current.CancellationToken);
            Assert.Equal((true, 1), await RunAsync());
        }
    }

    [Fact]
    public async Task Where_times_are_told_by_whole_seconds_nothing_is_kept()
    {
        await StampAsync();
        string[] all = [.. Directory.GetFiles(_platform.At("artifacts/stamps"), "*.walk").SelectMany(file => File.ReadAllText(file).Split('\0', StringSplitOptions.RemoveEmptyEntries))];
        Assert.NotEmpty(all);
        foreach (var path in all) Directory.SetLastWriteTimeUtc(Path.Combine(_platform.Platform.Root, path), new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        Directory.Delete(_platform.At("artifacts/runs"), recursive: true);

        await _platform.StampAsync(["--target=Glance"], Variables);

        Assert.Empty(Directory.GetFiles(_platform.At("artifacts/stamps"), "*.found"));
    }

    [Fact]
    public async Task An_open_file_of_whoever_starts_it_is_not_taken_for_its_own()
    {
        await StampAsync();
        foreach (var file in Directory.GetFiles(_platform.At("artifacts/stamps"), "*.walk")) File.Delete(file);

        await _platform.ShellAsync($"timeout 5 bash '{Path.Join(AppContext.BaseDirectory, "unchanged.sh")}' {_platform.At("artifacts/stamps")}/*.watch 7< <(exec sleep 20) | grep -qE '^[0-9a-f]{{64}}$'");
    }

    // With what the changes are about, and the walk kept.
    private async Task StampAsync(string change = "")
    {
        if (!OperatingSystem.IsLinux()) Assert.Skip("The dotnet in front of the sample is a shell script, and the tools are those of GNU.");
        if (!Directory.Exists(_platform.At("apps/shop/own"))) await PrepareAsync(change);
        await _platform.StampAsync(["--target=Glance"], Variables);
        Assert.Single(Directory.GetFiles(_platform.At("artifacts/stamps"), "*.found"));
    }

    private async Task PrepareAsync(string change)
    {
        _platform.WriteBeside("bin/git", Git);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(_platform.Beside("bin/git"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        _platform.WriteBeside("a/rules", "");
        _platform.WriteBeside("others.txt", "new.ts\n");
        // From where a link leads to, another way leads up than from where it lies.
        _platform.WriteBeside("a/b/file", "");
        _platform.WriteBeside("c/rules", "");
        Directory.CreateSymbolicLink(_platform.Beside("c/link"), _platform.Beside("a/b"));
        await _platform.GitAsync("config", "core.excludesFile", _platform.Beside("c/link/../rules"));
        _platform.Write(".gitignore", "artifacts/\n*.user\nbin/\nobj/\n");
        _platform.Write("apps/shop/bin/tracked.ts", "");
        await _platform.GitAsync("add", "-f", "apps/shop/bin/tracked.ts");
        await _platform.CommitAsync();
        _platform.Write("apps/shop/own/shop.user", "");
        _platform.Write("apps/shop/obj/made.ts", "");
        Directory.CreateDirectory(_platform.At("apps/shop/empty/deep"));
        _platform.Write("apps/till/new.ts", "export const till = 1;\n");
        _platform.Write("apps/till/.gitignore", "*.user\n");
        _platform.Write("apps/till/own/.gitignore", "*\n");
        _platform.Write("apps/till/own/new.ts", "");
        if (change.Contains("first rule", StringComparison.Ordinal))
        {
            Directory.Delete(_platform.At(".git/info"), recursive: true);
            _platform.WriteBeside("info/exclude", "new.ts\n");
        }
    }

    private ImmutableDictionary<string, string?> Variables => ImmutableDictionary<string, string?>.Empty.Add("WALKED", _platform.Beside("walks"));

    private Task<string> StateAsync() => _platform.StateAsync(Variables);

    // As it is where nothing is kept.
    private async Task<string> WalkedStateAsync()
    {
        var found = Assert.Single(Directory.GetFiles(_platform.At("artifacts/stamps"), "*.found"));
        File.Move(found, $"{found}.aside");
        var state = await StateAsync();
        File.Move($"{found}.aside", found);
        return state;
    }

    private async Task<(bool Spared, int Walks)> RunAsync()
    {
        File.Delete(_platform.Beside("walks"));
        var (spared, _) = await _platform.RunAsync(["--target=Glance"], Variables);
        return (spared, File.Exists(_platform.Beside("walks")) ? (await File.ReadAllLinesAsync(_platform.Beside("walks"), TestContext.Current.CancellationToken)).Length : 0);
    }

    private static Func<LaunchedPlatform, Task> Do(Action<LaunchedPlatform> change) => platform =>
    {
        change(platform);
        return Task.CompletedTask;
    };
}
