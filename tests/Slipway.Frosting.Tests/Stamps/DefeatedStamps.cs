using System.Collections.Immutable;
using System.Globalization;

namespace Slipway.Frosting.Tests.Stamps;

/// <summary>Every change that could let a run end otherwise is seen; what changes nothing is not. A stamp stands for one state and no other.</summary>
public sealed class DefeatedStamps(StampedPlatform stamped) : IClassFixture<StampedPlatform>
{
    private static readonly ImmutableDictionary<string, string?> Same = ImmutableDictionary<string, string?>.Empty;

    private static readonly Dictionary<string, Func<LaunchedPlatform, Task>> Changes = new()
    {
        ["a source is edited"] = Do(platform => platform.Write("apps/shop/src/edited.ts", "export const edited = 2;\n")),
        ["a source that no commit has is edited again"] = Do(platform => platform.Write("apps/till/edited.ts", "export const edited = 2;\n")),
        ["a file is added"] = Do(platform => platform.Write("apps/shop/src/added.ts", "")),
        ["a file is deleted"] = Do(platform => File.Delete(platform.At("apps/shop/src/deleted.ts"))),
        ["a file is renamed"] = platform => platform.GitAsync("mv", "apps/shop/src/renamed.ts", "apps/shop/src/named.ts"),
        ["a file that no commit has is renamed"] = Do(platform => File.Move(platform.At("apps/till/renamed.ts"), platform.At("apps/till/named.ts"))),
        ["a file becomes a program"] = Do(platform => Chmod(platform.At("apps/shop/src/program.ts"))),
        ["a file that no commit has becomes a program"] = Do(platform => Chmod(platform.At("apps/till/program.ts"))),
        ["a link leads elsewhere"] = Do(platform =>
        {
            File.Delete(platform.At("apps/till/link.ts"));
            File.CreateSymbolicLink(platform.At("apps/till/link.ts"), "../shop/package.json");
        }),
        ["a tag is set"] = platform => platform.GitAsync("tag", "shop/v1.0.0"),
        ["a commit is made that changes no file"] = platform => platform.GitAsync("commit", "-q", "--allow-empty", "-m", "Again"),
        ["the host's own source changes"] = Do(platform => platform.Write("build/Program.cs", "// other\n")),
        ["global.json changes"] = Do(platform => platform.Write("global.json", """{ "sdk": { "version": "10.0.402" } }""")),
        ["an ignored file appears that MSBuild would import"] = Do(platform => platform.Write("apps/shop/shop.csproj.user", "<Project />")),
        ["what a stage left is altered, its time kept"] = Do(platform =>
        {
            var time = File.GetLastWriteTimeUtc(platform.At("artifacts/glance/shop/seen.txt"));
            platform.Write("artifacts/glance/shop/seen.txt", "apps/shOp\n");
            File.SetLastWriteTimeUtc(platform.At("artifacts/glance/shop/seen.txt"), time);
        }),
        ["something is put beside what a stage left"] = Do(platform => platform.Write("artifacts/glance/shop/more.txt", "")),
        ["something appears that a stage looked for in vain beside what it found"] = Do(platform => platform.Write("artifacts/records/apps/dream.jsonl", "{}")),
        ["a record is altered"] = Do(platform => platform.Write("artifacts/records/apps/shop.jsonl", "{}")),
        ["the key is another"] = Do(platform => platform.WriteBeside("data/slipway/keys/development.pem", "another")),
    };

    public static TheoryData<string> All => [.. Changes.Keys];

    [Theory]
    [MemberData(nameof(All))]
    public async Task It_is_another_state_when(string change)
    {
        Demand();
        var before = await stamped.Launched.StateAsync(Same);

        await Changes[change](stamped.Launched);

        Assert.NotEqual(before, await stamped.Launched.StateAsync(Same));
    }

    [Fact]
    public async Task There_is_no_state_while_something_is_missing_that_a_stage_left()
    {
        Demand();
        var seen = stamped.Launched.At("artifacts/glance/till/seen.txt");
        File.Move(seen, stamped.Launched.Beside("seen.txt"));

        Assert.False(await stamped.Launched.HasStateAsync());
        File.Move(stamped.Launched.Beside("seen.txt"), seen);
        Assert.True(await stamped.Launched.HasStateAsync());
    }

    [Theory]
    [InlineData("CI", "true")]
    [InlineData("SLIPWAY_SIGNING_KEY", "-----BEGIN\nother\n-----END")]
    [InlineData("SlipwayVersion", "2.0.0")]
    [InlineData("NUGET_PACKAGES", "/elsewhere")]
    [InlineData("DOTNET_ROLL_FORWARD", "Major")]
    [InlineData("HARBOUR_TIDE", "")]
    [InlineData("LC_ALL", "C.UTF-8")]
    [InlineData("GIT_PREFIX", "apps/")]
    [InlineData("HARBOUR_TIDE", "high")]
    [InlineData("harbour_tide", "high")]
    [InlineData("DirectoryBuildPropsPath", "/elsewhere.props")]
    [InlineData("TARGETFRAMEWORK", "net9.0")]
    [InlineData("npm_config_registry", "https://registry.example")]
    public async Task It_is_another_state_with_another_value_of(string variable, string value)
    {
        Demand();

        Assert.NotEqual(await stamped.Launched.StateAsync(Same), await stamped.Launched.StateAsync(Same.Add(variable, value)));
    }

    [Fact]
    public async Task It_is_another_state_with_another_program_on_the_path()
    {
        Demand();
        var before = await stamped.Launched.StateAsync(Same);
        stamped.Launched.WriteBeside("bin/npm", "#!/bin/sh\n");
        File.SetUnixFileMode(stamped.Launched.Beside("bin/npm"), UnixFileMode.UserRead | UnixFileMode.UserExecute);

        Assert.NotEqual(before, await stamped.Launched.StateAsync(Same));
    }

    [Fact]
    public async Task It_is_the_same_state_where_files_are_written_as_they_were_and_variables_change_that_nobody_reads()
    {
        Demand();
        var before = await stamped.Launched.StateAsync(Same);
        foreach (var file in Directory.GetFiles(stamped.Launched.Platform.Root, "*.ts", SearchOption.AllDirectories))
        {
            await File.WriteAllTextAsync(file, await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
            File.SetLastWriteTimeUtc(file, DateTime.Parse("2030-01-01", CultureInfo.InvariantCulture));
        }

        Assert.Equal(before, await stamped.Launched.StateAsync(Same.Add("EDITOR", "ed").Add("TERM", "dumb")));
    }

    private static void Demand() => Assert.SkipUnless(OperatingSystem.IsLinux(), "The tools are those of GNU.");

    private static Func<LaunchedPlatform, Task> Do(Action<LaunchedPlatform> change) => platform =>
    {
        change(platform);
        return Task.CompletedTask;
    };

    private static void Chmod(string path)
    {
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, File.GetUnixFileMode(path) | UnixFileMode.UserExecute);
    }
}
