using Slipway.Acceptance.Tests.Harness;

namespace Slipway.Acceptance.Tests.Caching;

/// <summary>What the first clone has built, a second one elsewhere does not build again.</summary>
public sealed class SecondClones(ReferencePlatform platform)
{
    [Fact]
    public async Task A_second_clone_elsewhere_compiles_tests_and_packages_nothing_and_has_the_same_bytes()
    {
        (await platform.RunAsync()).Exits(0);
        // What an edit that was taken back left in bin stays there until something reads it: compiled anew, it is what the cache has.
        (await platform.RunAsync("--target=Typecheck", "--no-replay")).Exits(0);
        using var clone = await PlatformClone.MakeAsync();

        var run = (await clone.RunAsync()).Exits(0);

        var (here, there) = (PlatformClone.MadeIn(platform.Root), clone.Made);
        Assert.All((string[])["Typecheck", "Lint", "Boundaries", "Unit", "Package"], stage => Assert.Matches($"\n{stage} .* 10 replayed", run.Output));
        Assert.Contains(there, file => file.Key.StartsWith("artifacts/releases/", StringComparison.Ordinal));
        // The security compile links what ships, so that has come back; test programs have not.
        Assert.Contains(there, file => file.Key.EndsWith("/bin/Release/net10.0/Catalog.dll", StringComparison.Ordinal));
        Assert.DoesNotContain(there, file => file.Key.EndsWith("Catalog.Tests.dll", StringComparison.Ordinal));
        Assert.Equal(there, here.Where(file => there.ContainsKey(file.Key)));
        // Where feeds did not answer they are asked again, and nothing is compiled for that.
        Assert.False(Directory.Exists(Path.Combine(clone.Root, "artifacts", "work", "security")));
    }

    [Fact]
    public async Task Built_cached_restored_elsewhere_edited_and_built_is_what_a_clean_build_of_the_edit_is()
    {
        (await platform.RunAsync()).Exits(0);
        using var clone = await PlatformClone.MakeAsync();
        (await clone.RunAsync("--target=Security")).Exits(0);
        using var edit = clone.Append("packages/contracts/src/Contracts/PriceChanged.cs", "\n// One more line.\n");

        (await clone.RunAsync("--target=Unit")).Exits(0);
        (await clone.RunAsync("--target=Package")).Exits(0);

        var onTop = clone.Made;
        clone.Wipe();
        (await clone.RunAsync("--target=Package", "--no-replay")).Exits(0);
        var clean = clone.Made;
        Assert.Contains(onTop, file => file.Key.EndsWith("/bin/Release/net10.0/Catalog.Tests.dll", StringComparison.Ordinal));
        Assert.Equal(onTop, clean.Where(file => onTop.ContainsKey(file.Key)));
    }

    [Fact]
    public async Task A_unit_alone_is_packaged_where_only_its_own_compile_is_cached()
    {
        using var clone = await PlatformClone.MakeAsync();
        (await clone.RunAloneAsync("--target=Typecheck", "--unit=catalog")).Exits(0);
        // What it links of other units, which the run leaves out, is nowhere now.
        clone.Wipe();

        (await clone.RunAloneAsync("--target=Package", "--unit=catalog")).Exits(0);
    }

    [Fact]
    public async Task Nothing_that_is_kept_names_the_checkout_or_the_folder_of_packages()
    {
        (await platform.RunAsync()).Exits(0);
        string[] names = [platform.Root, Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages")];

        var kept = Directory.GetFiles(Path.Combine(Launcher.Environment["SLIPWAY_CACHE"]!, "cas"), "*", SearchOption.AllDirectories);

        Assert.True(kept.Length > 100);
        var text = kept.Select(path => System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(path)).Replace("\0", "", StringComparison.Ordinal).Replace(@"\/", "/", StringComparison.Ordinal));
        Assert.DoesNotContain(text, content => names.Any(name => content.Contains(name, StringComparison.Ordinal)));
    }
}
