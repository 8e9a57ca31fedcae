namespace Slipway.Frosting.Tests.Stamps;

/// <summary>Which units a change affects, said by the launcher alone: what the host would say, or nothing, so that the host says it.</summary>
public sealed class AffectedMaps : IDisposable
{
    private readonly LaunchedPlatform _platform = new();

    public AffectedMaps()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "build.sh is for bash.");
        _platform.Write("package.json", """{ "private": true, "workspaces": ["apps/*", "packages/*"] }""");
        _platform.Write("packages/paint/package.json", """{ "name": "paint", "version": "1.0.0" }""");
        _platform.Write("packages/paint/src/paint.ts", "export const red = 1;\n");
        _platform.Write("packages/paint/README.md", "Paint.\n");
        _platform.Write("apps/shop/package.json", """{ "name": "shop", "private": true, "dependencies": { "paint": "1.0.0" } }""");
        _platform.Write("apps/till/src/till.ts", "export const till = 1;\n");
    }

    public void Dispose() => _platform.Dispose();

    public static TheoryData<string> Plain =>
    [
        "echo 'export const shop = 2;' > apps/shop/src/shop.ts",
        "echo 'export const red = 2;' > packages/paint/src/paint.ts",
        "echo 'export const red = 2;' > packages/paint/src/paint.ts; echo 'export const shop = 2;' > apps/shop/src/shop.ts; echo '// more' >> apps/till/src/till.ts",
        "echo 'More of paint.' >> packages/paint/README.md",
        "touch apps/shop/src/shop.ts",
        "echo '// a' >> apps/till/src/till.ts; git commit -qam One; echo '// b' >> apps/shop/src/shop.ts; git commit -qam Two",
        "echo '// a' >> apps/till/src/till.ts; git commit -qam One; git revert -n HEAD",
        "git checkout -q -b side; echo '// a' >> apps/till/src/till.ts; git commit -qam One; git checkout -q main; echo '// b' >> apps/shop/src/shop.ts; git commit -qam Two; git checkout -q side",
        "echo '// a' >> apps/shop/src/shop.ts; git add -A",
    ];

    public static TheoryData<string> MoreThanThat =>
    [
        "echo 'export const extra = 1;' > apps/shop/src/extra.ts",
        "rm apps/shop/src/shop.ts",
        "git mv apps/shop/src/shop.ts apps/shop/src/shed.ts",
        "chmod +x apps/shop/src/shop.ts",
        "rm apps/shop/src/shop.ts; ln -s ../../till/src/till.ts apps/shop/src/shop.ts",
        """echo '{ "name": "till", "private": true, "dependencies": { "paint": "1.0.0" } }' > apps/till/package.json""",
        "echo '# a word' >> platform.yaml",
        "mkdir -p apps/new && echo '{ \"name\": \"new\", \"private\": true }' > apps/new/package.json && git add -A && git commit -qm New",
        "echo '// a' >> 'apps/shop/src/a file.ts'",
        "mkdir -p apps/shop/paint; cd apps/shop/paint; git init -q; echo one > red.ts; git add -A; git commit -qm Paint; cd ../../..; git add -A; git commit -qm Submodule",
        "git update-index --assume-unchanged apps/shop/src/shop.ts; echo '// a' >> apps/shop/src/shop.ts",
        "git update-index --skip-worktree apps/shop/src/shop.ts; echo '// a' >> apps/shop/src/shop.ts",
    ];

    [Theory]
    [MemberData(nameof(Plain))]
    public async Task Where_only_the_text_of_sources_differs_the_launcher_says_what_the_host_says(string change)
    {
        await MapAsync();
        await _platform.ShellAsync(change);
        foreach (var since in (string[])["main", "HEAD", "start"])
        {
            var (spared, said) = await _platform.RunAsync("--target=Affected", $"--since={since}");
            Assert.True(spared, said);
            Assert.Equal(await HostAsync(since), said.Trim());
        }
    }

    [Theory]
    [MemberData(nameof(MoreThanThat))]
    public async Task Whatever_else_differs_the_host_is_asked(string change)
    {
        await MapAsync();
        await _platform.ShellAsync(change);
        Assert.False((await _platform.RunAsync("--target=Affected", "--since=start")).Spared);
    }

    [Fact]
    public async Task What_reaches_a_unit_through_another_is_said_with_its_way()
    {
        await MapAsync();
        await _platform.ShellAsync("echo '// a' >> packages/paint/src/paint.ts");
        var (spared, said) = await _platform.RunAsync("--target=Affected", "--since=HEAD");
        Assert.True(spared, said);
        Assert.Matches(@"\AAffected since HEAD \(at [0-9a-f]{10}\): 2 of 3 units\n  apps/shop       packages/paint/src/paint.ts, through packages/paint\n  packages/paint  packages/paint/src/paint.ts\n\z", said);
    }

    [Fact]
    public async Task A_reference_that_nobody_knows_is_the_host_s_to_explain()
    {
        await MapAsync();
        Assert.Contains("Nothing can be compared with 'nowhere'", (await _platform.FailAsync("--target=Affected", "--since=nowhere")).Tail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reference_that_is_named_twice_is_the_host_s_to_refuse()
    {
        await MapAsync();
        Assert.Contains("SLP1107", (await _platform.FailAsync("--target=Affected", "--since=HEAD", "--since=start")).Tail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<Own>$([System.DateTime]::Now)</Own>", false)]
    [InlineData("<Own>plain</Own>", true)]
    public async Task Where_a_project_asks_for_the_time_the_host_is_asked(string property, bool spared)
    {
        _platform.WriteDeck($"<PropertyGroup>{property}</PropertyGroup>");
        await _platform.CommitAsync();
        await _platform.RunAsync(["--target=Affected", "--since=HEAD"], LaunchedPlatform.Sdk);

        Assert.Equal(spared, (await _platform.RunAsync(["--target=Affected", "--since=HEAD"], LaunchedPlatform.Sdk)).Spared);
    }

    [Theory]
    [InlineData("HARBOUR_TIDE", "high")]
    [InlineData("MSBUILDTREATALLWARNINGS", "1")]
    public async Task A_variable_that_may_have_a_say_asks_the_host(string name, string value)
    {
        await MapAsync();
        Assert.True((await _platform.RunAsync("--target=Affected", "--since=HEAD")).Spared);
        var changed = System.Collections.Immutable.ImmutableDictionary<string, string?>.Empty.Add(name, value);
        Assert.False((await _platform.RunAsync(["--target=Affected", "--since=HEAD"], changed)).Spared);
    }

    [Theory]
    [InlineData("mkdir apps/shop/hollow")]
    [InlineData("echo '<Project><ItemGroup><ProjectReference Include=\"../../apps/shop/Shop.csproj\" /></ItemGroup></Project>' > packages/deck/Deck.csproj.user")]
    [InlineData("mkdir -p artifacts/local; echo '<Project />' > artifacts/local/rules.props")]
    public async Task What_appears_where_git_looks_away_asks_the_host(string change)
    {
        _platform.WriteDeck("""<Import Project="../../artifacts/local/rules.props" Condition="Exists('../../artifacts/local/rules.props')" />""");
        await MapAsync(LaunchedPlatform.Sdk);
        Assert.True((await _platform.RunAsync(["--target=Affected", "--since=HEAD"], LaunchedPlatform.Sdk)).Spared);

        await _platform.ShellAsync(change);
        Assert.False((await _platform.RunAsync(["--target=Affected", "--since=HEAD"], LaunchedPlatform.Sdk)).Spared);
    }

    [Theory]
    [InlineData("$([System.IO.File]::ReadAllText('$(MSBuildProjectDirectory)/$(Plain)').Trim())")]
    [InlineData("$(acme-flavour)")]
    public async Task Where_references_hang_on_what_the_launcher_does_not_see_there_is_no_map(string reference)
    {
        _platform.Write("packages/deck/plain.txt", "");
        _platform.WriteDeck($"""<PropertyGroup><Plain>plain.txt</Plain></PropertyGroup><ItemGroup><ProjectReference Include="{reference}" /></ItemGroup>""");
        await MapAsync(LaunchedPlatform.Sdk);
        Assert.False((await _platform.RunAsync(["--target=Affected", "--since=HEAD"], LaunchedPlatform.Sdk)).Spared);
        await _platform.ShellAsync("echo nothing > packages/deck/plain.txt");
        Assert.False((await _platform.RunAsync(["--target=Affected", "--since=HEAD"], LaunchedPlatform.Sdk)).Spared);
    }

    [Fact]
    public async Task Where_references_hang_on_a_text_that_a_project_reads_by_its_name_its_edit_alone_asks_the_host()
    {
        _platform.Write("packages/deck/plain.txt", "");
        _platform.Write("packages/deck/other.txt", "");
        _platform.WriteDeck("""<ItemGroup><ProjectReference Include="$([System.IO.File]::ReadAllText('$(MSBuildProjectDirectory)/plain.txt').Trim())" /></ItemGroup>""");
        await MapAsync(LaunchedPlatform.Sdk);

        await _platform.ShellAsync("echo nothing > packages/deck/other.txt");
        var (spared, said) = await _platform.RunAsync(["--target=Affected", "--since=HEAD"], LaunchedPlatform.Sdk);
        Assert.True(spared, said);
        Assert.Contains("packages/deck/other.txt", said, StringComparison.Ordinal);
        await _platform.ShellAsync("echo ../../apps/shop/Shop.csproj > packages/deck/plain.txt");
        Assert.False((await _platform.RunAsync(["--target=Affected", "--since=HEAD"], LaunchedPlatform.Sdk)).Spared);
    }

    private Task MapAsync() => MapAsync(System.Collections.Immutable.ImmutableDictionary<string, string?>.Empty);

    private async Task MapAsync(System.Collections.Immutable.ImmutableDictionary<string, string?> variables)
    {
        await _platform.CommitAsync();
        await _platform.GitAsync("tag", "start");
        Assert.False((await _platform.RunAsync(["--target=Affected", "--since=HEAD"], variables)).Spared);
    }

    // The launcher knows this target by its own spelling alone.
    private async Task<string> HostAsync(string since)
    {
        var (spared, said) = await _platform.RunAsync("--target=affected", $"--since={since}");
        Assert.False(spared);
        var lines = said.Split('\n');
        return string.Join('\n', lines.SkipWhile(line => !line.StartsWith("Affected since", StringComparison.Ordinal)).TakeWhile(line => line.Length > 0));
    }
}
