using System.Collections.Immutable;

namespace Slipway.Frosting.Tests.Stamps;

/// <summary>Which runs leave a stamp, and what the launcher says where one stands.</summary>
public sealed class LeftStamps : IDisposable
{
    private readonly LaunchedPlatform _platform = new();

    public void Dispose() => _platform.Dispose();

    [Theory]
    [InlineData("build.sh")]
    [InlineData("templates/platform/build.sh")]
    public async Task The_launcher_says_what_the_last_run_said_and_since_when_it_stands(string launcher)
    {
        using var platform = new LaunchedPlatform(launcher);
        Demand();
        await platform.CommitAsync();

        Assert.False((await platform.RunAsync("--target=Glance")).Spared);
        var (replayed, said) = await platform.RunAsync("--target=Glance");
        var (spared, output) = await platform.RunAsync("--target=Glance");

        Assert.Equal((false, true), (replayed, spared));
        var lines = output.Split('\n');
        Assert.EndsWith(string.Join('\n', lines[..^3]).Trim(), said.Trim(), StringComparison.Ordinal);
        Assert.Matches("^Nothing has changed since [-0-9]+ [:0-9]+ UTC: 2 stages of 2 units stand. --no-replay runs them all the same.$", lines[^2]);
        Assert.Contains("Glance", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_has_to_work_every_time_leaves_none() =>
        await NeverSparedAsync(["--target=Glance", "--no-replay"], ["--target=Errand"], ["--target=Glance", "--since=HEAD"], ["--target=Glance", "--verbosity=diagnostic"]);

    [Fact]
    public async Task A_stage_that_does_not_tell_what_it_looks_at_leaves_none() => await NeverSparedAsync(["--target=Nap"]);

    [Fact]
    public async Task What_was_judged_in_part_is_said_again()
    {
        Demand();
        await _platform.CommitAsync();
        var inPart = ImmutableDictionary<string, string?>.Empty.Add("GLANCE_IN_PART", "it was dark");
        for (var run = 0; run < 2; run++) Assert.False((await _platform.RunAsync(["--target=Glance"], inPart)).Spared);

        var (spared, output) = await _platform.RunAsync(["--target=Glance"], inPart);

        Assert.True(spared);
        Assert.Contains("In part, because a check could not be done:\n  glance  squint: it was dark (2 units)", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stage_that_found_nothing_to_do_is_said_again()
    {
        Demand();
        await _platform.CommitAsync();
        var nothing = ImmutableDictionary<string, string?>.Empty.Add("GLANCE_AT_NOTHING", "there is nothing to see");
        for (var run = 0; run < 2; run++) Assert.False((await _platform.RunAsync(["--target=Glance"], nothing)).Spared);

        var (spared, output) = await _platform.RunAsync(["--target=Glance"], nothing);

        Assert.True(spared);
        Assert.Contains("2 stages of 2 units stand", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_repository_with_a_submodule_leaves_none()
    {
        Demand();
        await _platform.ShellAsync("mkdir -p vendor/paint; cd vendor/paint; git init -q; echo one > red.ts; git add -A; git commit -qm Paint");

        await NeverSparedAsync(["--target=Glance"]);
    }

    [Fact]
    public async Task Where_a_project_reads_what_git_does_not_see_there_is_none_and_nothing_is_looked_through_for_one()
    {
        _platform.WriteBeside("rules.props", "<Project />\n");
        _platform.WriteDeck($"""<Import Project="{_platform.Beside("rules.props")}" />""");
        await NeverWatchedAsync();
    }

    [Theory]
    [InlineData("$([System.IO.File]::ReadAllText('$(MSBuildProjectDirectory)/../../platform.yaml').Length)")]
    [InlineData("$(acme-flavour)")]
    [InlineData("$([System.Environment]::GetEnvironmentVariable('acme.flavour'))")]
    public async Task Where_a_project_reads_what_nobody_sees_or_a_variable_that_bash_does_not_list_there_is_none(string property)
    {
        _platform.WriteDeck($"<PropertyGroup><Flavour>{property}</Flavour></PropertyGroup>");
        await NeverWatchedAsync();
    }

    [Fact]
    public async Task Where_a_project_reads_a_text_by_its_name_that_git_does_not_list_there_is_none()
    {
        _platform.Write("artifacts/local/flavour.txt", "plain");
        _platform.WriteDeck("<PropertyGroup><Flavour>$([System.IO.File]::ReadAllText('$(MSBuildProjectDirectory)/../../artifacts/local/flavour.txt'))</Flavour></PropertyGroup>");
        await NeverWatchedAsync();
    }

    [Theory]
    [InlineData("apps/shop/src/ext")]
    [InlineData("packages/deck/Ext")]
    public async Task Where_a_link_of_a_unit_leads_out_of_the_repository_there_is_none(string link)
    {
        _platform.WriteBeside("ext/more.ts", "export const more = 1;\n");
        _platform.WriteDeck("");
        File.CreateSymbolicLink(_platform.At(link), _platform.Beside("ext"));
        await NeverWatchedAsync();
    }

    [Fact]
    public async Task A_variable_that_a_target_alone_names_starts_the_host_when_it_is_set()
    {
        _platform.WriteDeck("""<Target Name="Define" BeforeTargets="CoreCompile"><PropertyGroup><DefineConstants>X$(ACME_DECK)</DefineConstants></PropertyGroup></Target>""");
        Demand();
        await _platform.CommitAsync();
        await _platform.StampAsync(["--target=Glance"], LaunchedPlatform.Sdk);

        var (spared, output) = await _platform.RunAsync(["--target=Glance"], LaunchedPlatform.Sdk.Add("ACME_DECK", "teak"));
        Assert.False(spared);
        Assert.Contains("1 passed, 2 replayed", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_an_ignored_response_file_lies_above_a_project_there_is_none()
    {
        _platform.Write(".gitignore", "artifacts/\n*.user\n*.rsp\n");
        _platform.Write("packages/Directory.Build.rsp", "-p:DefineConstants=X\n");
        _platform.WriteDeck("");
        await NeverWatchedAsync();
    }

    [Fact]
    public async Task A_text_that_a_project_reads_by_its_name_starts_the_host_for_its_readers_when_it_changes()
    {
        _platform.Write("flavour.txt", "plain");
        _platform.WriteDeck("<PropertyGroup><Flavour>$([System.IO.File]::ReadAllText('$(MSBuildProjectDirectory)/../../flavour.txt'))</Flavour></PropertyGroup>");
        Demand();
        await _platform.CommitAsync();
        await _platform.StampAsync(["--target=Glance"], LaunchedPlatform.Sdk);

        _platform.Write("flavour.txt", "salt");

        var (spared, output) = await _platform.RunAsync(["--target=Glance"], LaunchedPlatform.Sdk);
        Assert.False(spared);
        Assert.Contains("1 passed, 2 replayed", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("packages/deck/X.local.cs")]
    [InlineData("packages/deck/made/X.cs")]
    [InlineData("made/other.txt", "<ItemGroup><Reference Include=\"Lib\"><HintPath>../../made/Lib.dll</HintPath></Reference></ItemGroup>")]
    [InlineData("made/Lib.dll", "<ItemGroup><Reference Include=\"Lib\"><HintPath>../../made/Lib.dll</HintPath></Reference></ItemGroup>")]
    public async Task Where_a_project_may_take_in_what_git_ignores_there_is_none(string item, string body = "")
    {
        Ignore();
        _platform.WriteDeck(body);
        _platform.Write(item, "class X;");
        await NeverWatchedAsync();
    }

    [Fact]
    public async Task An_ignored_file_that_a_project_takes_in_starts_the_host_for_its_unit_when_it_appears()
    {
        Ignore();
        _platform.WriteDeck("");
        foreach (var left in (string[])["bin/X.cs", "obj/X.cs", "TestResults/X.resx", ".vs/X.cs", "today.log", "notes.local.md"]) _platform.Write($"packages/deck/{left}", "");
        Demand();
        await _platform.CommitAsync();
        await _platform.StampAsync(["--target=Glance"], LaunchedPlatform.Sdk);

        _platform.Write("packages/deck/X.local.cs", "class X;");

        var (spared, output) = await _platform.RunAsync(["--target=Glance"], LaunchedPlatform.Sdk);
        Assert.False(spared);
        Assert.Contains("1 passed, 2 replayed", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("beside/out.props")]
    [InlineData("beside/flags/")]
    [InlineData("some/folder/")]
    [InlineData("artifacts/local/rules.props")]
    public async Task What_a_project_asked_for_in_vain_starts_the_host_when_it_appears(string asked)
    {
        var path = asked.StartsWith("beside/", StringComparison.Ordinal) ? _platform.Beside(asked) : _platform.At(asked);
        _platform.WriteDeck($"""<PropertyGroup Condition="Exists('{path.TrimEnd('/')}')"><Deck>there</Deck></PropertyGroup>""");
        Demand();
        await _platform.CommitAsync();
        await _platform.StampAsync(["--target=Glance"], LaunchedPlatform.Sdk);

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        if (!asked.EndsWith('/')) await File.WriteAllTextAsync(path, "<Project />", TestContext.Current.CancellationToken);

        var (spared, output) = await _platform.RunAsync(["--target=Glance"], LaunchedPlatform.Sdk);
        Assert.False(spared);
        Assert.Contains("1 passed, 2 replayed", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, "packages/deck/obj", "")]
    [InlineData(false, "packages/deck/obj", "")]
    [InlineData(true, "made/deck", "<BaseIntermediateOutputPath>../../made/deck/</BaseIntermediateOutputPath>")]
    public async Task What_appears_where_NuGet_leaves_imports_starts_the_host(bool restored, string folder, string property)
    {
        _platform.Write(".gitignore", "artifacts/\nobj/\nmade/\n");
        if (restored) _platform.Write($"{folder}/Deck.csproj.nuget.g.props", "<Project />\n");
        // Only what comes before the SDK's own properties says where it is.
        _platform.Write("packages/deck/Directory.Build.props", $"<Project><PropertyGroup>{property}</PropertyGroup></Project>\n");
        _platform.WriteDeck("");
        Demand();
        await _platform.CommitAsync();
        await _platform.StampAsync(["--target=Glance"], LaunchedPlatform.Sdk);

        _platform.Write($"{folder}/Deck.csproj.mine.props", "<Project><PropertyGroup><Own>mine</Own></PropertyGroup></Project>\n");

        var (spared, output) = await _platform.RunAsync(["--target=Glance"], LaunchedPlatform.Sdk);
        Assert.False(spared);
        Assert.Contains("1 passed, 2 replayed", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_NuGet_leaves_imports_far_from_the_repository_they_are_watched_too()
    {
        Demand();
        var folder = Directory.CreateDirectory($"/dev/shm/{Path.GetRandomFileName()}");
        try
        {
            _platform.Write("packages/deck/Directory.Build.props", $"<Project><PropertyGroup><MSBuildProjectExtensionsPath>{folder}/</MSBuildProjectExtensionsPath></PropertyGroup></Project>\n");
            _platform.WriteDeck("");
            await _platform.CommitAsync();
            await _platform.StampAsync(["--target=Glance"], LaunchedPlatform.Sdk);
            await File.WriteAllTextAsync(Path.Join(folder.FullName, "Deck.csproj.mine.props"), "<Project />", TestContext.Current.CancellationToken);

            Assert.False((await _platform.RunAsync(["--target=Glance"], LaunchedPlatform.Sdk)).Spared);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("<Own>$([System.DateTime]::Now)</Own>", false)]
    [InlineData("<Own>$([System.Guid]::NewGuid())</Own>", false)]
    [InlineData("<Copyright>$([System.DateTime]::Now.Year)</Copyright>", true)]
    public async Task Where_a_project_asks_for_the_time_there_is_none_and_for_the_date_there_is_one(string property, bool spared)
    {
        _platform.WriteDeck($"<PropertyGroup>{property}</PropertyGroup>");
        Demand();
        await _platform.CommitAsync();

        for (var run = 0; run < 3; run++) await _platform.RunAsync(["--target=Glance"], LaunchedPlatform.Sdk);

        Assert.Equal(spared, (await _platform.RunAsync(["--target=Glance"], LaunchedPlatform.Sdk)).Spared);
    }

    [Fact]
    public async Task Outside_of_git_there_is_none()
    {
        Directory.Delete(_platform.At(".git"), recursive: true);
        await NeverSparedAsync(["--target=Glance"]);
    }

    [Theory]
    [InlineData("apps/shop/src/shop.ts")]
    [InlineData("apps/shop/src/new.ts")]
    public async Task An_edit_while_the_run_goes_on_is_not_swallowed(string file)
    {
        Demand();
        await _platform.CommitAsync();
        string[] arguments = ["--target=Meanwhile"];
        await _platform.RunAsync(arguments);
        _platform.Write("artifacts/edit-meanwhile", _platform.At(file));

        // Everything was read before the edit, and everything was replayed.
        Assert.Contains("2 replayed", (await _platform.RunAsync(arguments)).Output, StringComparison.Ordinal);

        var (spared, output) = await _platform.RunAsync(arguments);
        Assert.False(spared);
        Assert.Contains("1 passed, 1 replayed", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_one_stands_it_is_for_these_arguments_and_this_state_alone()
    {
        Demand();
        await _platform.CommitAsync();
        await _platform.StampAsync("--target=Glance");

        Assert.False((await _platform.RunAsync("--target=Glance", "--unit=shop")).Spared);
        Assert.True((await _platform.RunAsync("--target=Glance")).Spared);
        Directory.Delete(_platform.At("artifacts/runs"), recursive: true);
        Assert.False((await _platform.RunAsync("--target=Glance")).Spared, "the run that would be the last one has no summary any more");
        await _platform.StampAsync("--target=Glance");
        _platform.Write("apps/shop/src/shop.ts", "export const shop = 2;\n");
        Assert.False((await _platform.RunAsync("--target=Glance")).Spared);
    }

    [Fact]
    public async Task What_a_stage_looked_for_in_vain_starts_the_host_when_it_appears()
    {
        Demand();
        await _platform.CommitAsync();
        await _platform.StampAsync("--target=Glance");
        _platform.Write("artifacts/dreams/till/dreamt.txt", "");

        Assert.False((await _platform.RunAsync("--target=Glance")).Spared);
    }

    [Fact]
    public async Task A_folder_that_counts_by_name_starts_the_host_when_something_is_put_into_it_and_not_when_that_changes()
    {
        Demand();
        await _platform.CommitAsync();
        _platform.Write("artifacts/shelf/book/page.txt", "1");
        await _platform.StampAsync("--target=Glance");
        _platform.Write("artifacts/shelf/book/page.txt", "one");
        _platform.Write("artifacts/shelf/book/next.txt", "two");
        Assert.True((await _platform.RunAsync("--target=Glance")).Spared);

        Directory.CreateDirectory(_platform.At("artifacts/shelf/other"));
        Assert.False((await _platform.RunAsync("--target=Glance")).Spared);
    }

    [Theory]
    [InlineData("--skip-worktree")]
    [InlineData("--assume-unchanged")]
    public async Task What_git_was_told_not_to_look_at_is_more_than_it_can_see(string promise)
    {
        Demand();
        await _platform.CommitAsync();
        await _platform.GitAsync("update-index", promise, "apps/shop/src/shop.ts");
        for (var run = 0; run < 3; run++) Assert.False((await _platform.RunAsync("--target=Glance")).Spared);
    }

    [Fact]
    public async Task A_repository_within_the_repository_is_more_than_it_can_see()
    {
        Demand();
        await _platform.CommitAsync();
        await _platform.GitAsync("init", "-q", "apps/shop/nested");
        _platform.Write("apps/shop/nested/file.ts", "");
        for (var run = 0; run < 3; run++) Assert.False((await _platform.RunAsync("--target=Glance")).Spared);
    }

    private void Ignore() => _platform.Write(".gitignore", "artifacts/\n*.user\nbin/\nobj/\nTestResults/\n.vs/\n*.log\n*.local.*\nmade/\n");

    private async Task NeverWatchedAsync()
    {
        Demand();
        await _platform.CommitAsync();
        for (var run = 0; run < 5; run++) Assert.False((await _platform.RunAsync(["--target=Glance"], LaunchedPlatform.Sdk)).Spared);
        Assert.False(Directory.Exists(_platform.At("artifacts/stamps")) && Directory.EnumerateFiles(_platform.At("artifacts/stamps")).Any(), "something would be looked through for nothing");
    }

    private async Task NeverSparedAsync(params string[][] calls)
    {
        Demand();
        if (Directory.Exists(_platform.At(".git"))) await _platform.CommitAsync();
        foreach (var arguments in calls)
            for (var run = 0; run < 3; run++)
                Assert.False((await _platform.RunAsync(arguments)).Spared, string.Join(' ', arguments));
    }

    private static void Demand() =>
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The dotnet in front of the sample is a shell script, and the tools are those of GNU.");
}
