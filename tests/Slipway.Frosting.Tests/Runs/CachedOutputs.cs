using Slipway.Frosting.Tests.Harness;

namespace Slipway.Frosting.Tests.Runs;

/// <summary>What was compiled and packaged in one clone is not compiled and packaged again in another.</summary>
public sealed class CachedOutputs : IClassFixture<BuiltClone>, IDisposable
{
    private readonly DotNetClone _one;
    private readonly DotNetClone _other = new();
    private readonly string _cache;

    public CachedOutputs(BuiltClone built)
    {
        _one = built.Clone;
        // Of this test alone, which may damage it.
        _cache = Directory.CreateTempSubdirectory("frosting-cache-").FullName;
        Machine.Files.FileTree.Copy(_one.Cache, _cache);
    }

    [Fact]
    public void A_second_clone_with_other_folders_compiles_nothing_and_has_the_same_releases()
    {
        var call = Passes(_other, "--target=Package");

        Assert.Equal(["3 replayed (3 kept in the cache)", "3 replayed"], [call.ResultOf("Typecheck"), call.ResultOf("Package")]);
        Assert.Empty(_other.Binaries());
        Assert.Equal(Releases(_one), Releases(_other));
        Assert.Contains(Releases(_other), file => file.Contains("/app/Shop.dll ", StringComparison.Ordinal));
    }

    [Fact]
    public void A_service_with_files_for_browsers_is_compiled_once_for_all_clones_and_an_edit_builds_on_what_was_restored()
    {
        using var third = new DotNetClone();
        foreach (var clone in (DotNetClone[])[_other, third])
        {
            clone.Write("services/shop/src/Shop/Shop.csproj", """<Project Sdk="Microsoft.NET.Sdk.Web" />""");
            clone.Write("services/shop/src/Shop/Program.cs", "Microsoft.AspNetCore.Builder.StaticAssetsEndpointRouteBuilderExtensions.MapStaticAssets(Microsoft.AspNetCore.Builder.WebApplication.Create());");
            clone.Write("services/shop/src/Shop/wwwroot/index.html", "<h1>Shop</h1>");
            clone.Write("services/shop/src/Shop/wwwroot/css/shop.css", "h1 { color: red }");
        }
        var call = Passes(_other, "--target=Package");
        Assert.DoesNotContain("SLP3124", call.Output, StringComparison.Ordinal);

        Assert.Equal("3 replayed (3 kept in the cache)", Passes(third, "--target=Package").ResultOf("Typecheck"));
        Assert.Equal(Releases(_other), Releases(third));

        foreach (var clone in (DotNetClone[])[_other, third])
        {
            clone.Write("services/shop/src/Shop/wwwroot/css/shop.css", "h1 { color: blue }");
            Passes(clone, "--target=Package");
        }
        Assert.Equal(Releases(_other), Releases(third));
    }

    [Fact]
    public void Layers_that_releases_have_in_common_lie_on_the_disk_once()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Elsewhere nothing tells how many names a file has.");
        Passes(_other, "--target=Package");

        Assert.All([_one, _other], clone =>
        {
            var layers = Directory.GetFiles(Path.Join(clone.Root, "artifacts", "releases"), "*", SearchOption.AllDirectories).Where(file => new FileInfo(file).Length > 1_000_000);
            Assert.NotEmpty(layers);
            Assert.All(layers, layer => Assert.True(Names(layer) > 1, layer));
        });
    }

    [Fact]
    public void A_second_clone_fetches_no_packages_as_long_as_nothing_uses_them()
    {
        var call = Passes(_other, "--target=Package");

        Assert.Equal("3 replayed", call.ResultOf("Restore"));
        Assert.Empty(_other.Fetched());
    }

    [Fact]
    public void Packages_are_fetched_for_what_is_compiled_and_what_it_links_and_for_nothing_else()
    {
        _other.Write("services/shop/src/Shop/Program.cs", "System.Console.WriteLine(Ink.Colour.Length);");

        var call = Passes(_other, "--target=Typecheck");

        Assert.Equal("2 passed, 1 replayed", call.ResultOf("Restore"));
        Assert.Equal(["packages/ink/src/Ink", "packages/ink/tests/Ink.Tests", "services/shop/src/Shop"], _other.Fetched());
    }

    [Fact]
    public void Whoever_names_restore_gets_the_packages()
    {
        Assert.Equal("3 passed", Passes(_other, "--target=Restore").ResultOf("Restore"));
        Assert.Equal(4, _other.Fetched().Length);

        Assert.Equal("3 replayed", Passes(_other, "--target=Restore").ResultOf("Restore"));
    }

    [Fact]
    public void What_a_restore_of_other_projects_left_is_no_use()
    {
        const string Project = "services/shop/src/Shop/Shop.csproj", Program = "services/shop/src/Shop/Program.cs";
        var linked = File.ReadAllText(Path.Join(_other.Root, Project));
        _other.Write(Project, """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><OutputType>Exe</OutputType></PropertyGroup></Project>""");
        _other.Write(Program, "System.Console.WriteLine(1);");
        Passes(_other, "--target=Typecheck");

        // Restored elsewhere, and so known; what lies here is something else.
        _other.Write(Project, linked);
        _other.Write(Program, "System.Console.WriteLine(Ink.Colour + Ink.Colour);");

        Assert.Equal("2 passed, 1 replayed", Passes(_other, "--target=Typecheck").ResultOf("Restore"));
        Assert.Equal("blueblue", _other.RunShop());
    }

    [Fact]
    public void What_was_to_come_out_of_the_cache_and_does_not_is_compiled_with_packages_fetched_for_it()
    {
        Directory.Delete(Path.Join(_cache, "cas"), recursive: true);

        var call = Passes(_other, "--target=Package");

        Assert.Contains("SLP3116", call.Output, StringComparison.Ordinal);
        Assert.Equal(Releases(_one), Releases(_other));
    }

    [Fact]
    public void An_edit_on_top_of_what_was_restored_gives_what_a_clean_build_gives()
    {
        _other.Write("services/shop/src/Shop/Program.cs", "System.Console.WriteLine(Ink.Colour + \"!\");");
        Passes(_other, "--target=Package");
        var (onTop, releases) = (_other.Made(), Releases(_other));
        Assert.Equal("blue!", _other.RunShop());
        _other.Wipe();

        Passes(_other, "--target=Package", "--no-replay");

        Assert.Equal(releases, Releases(_other));
        var clean = _other.Made();
        Assert.NotEmpty(onTop);
        // What was not restored is all that the clean build has more.
        Assert.Equal(onTop, clean.Intersect(onTop));
    }

    [Fact]
    public void An_edit_restores_only_what_its_compile_links()
    {
        _other.Write("services/shop/src/Shop/Program.cs", "System.Console.WriteLine(Ink.Colour.Length);");

        var call = Passes(_other, "--target=Typecheck");

        Assert.Equal("1 passed, 2 replayed (1 kept in the cache)", call.ResultOf("Typecheck"));
        Assert.Equal("4", _other.RunShop());
        Assert.Equal(
            ["packages/ink/src/Ink", "services/shop/src/Shop"],
            _other.Binaries().Select(path => path[..path.IndexOf("/bin/", StringComparison.Ordinal)]).Distinct());
    }

    [Fact]
    public void Nothing_that_is_kept_names_a_folder_of_the_machine()
    {
        var kept = Directory.GetFiles(Path.Join(_cache, "cas"), "*", SearchOption.AllDirectories);

        Assert.NotEmpty(kept);
        Assert.All(kept, path =>
        {
            var text = System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(path)).Replace("\0", "", StringComparison.Ordinal);
            Assert.DoesNotContain(_one.Root, text, StringComparison.Ordinal);
            Assert.DoesNotContain(_one.Packages, text, StringComparison.Ordinal);
        });
    }

    [Theory]
    [InlineData("flipped")]
    [InlineData("truncated")]
    [InlineData("removed")]
    public void Damaged_content_costs_a_compile_and_nothing_else(string damage)
    {
        // The very bytes that the compile of the service links, in the cache.
        var ink = Path.Join(_one.Root, "packages/ink/src/Ink/obj/Release/net10.0/Ink.dll");
        var hex = Machine.Files.FileDigest.OfFile(ink).Hex;
        Damage(Path.Join(_cache, "cas", hex[..2], hex), damage);
        _other.Write("services/shop/src/Shop/Program.cs", "System.Console.WriteLine(Ink.Colour.Length);");

        var call = Passes(_other, "--target=Typecheck");

        Assert.Equal("2 passed, 1 replayed (1 kept in the cache)", call.ResultOf("Typecheck"));
        Assert.Contains(damage == "flipped" ? "SLP3115" : "SLP3116", call.Output, StringComparison.Ordinal);
        Assert.Equal("4", _other.RunShop());
        Assert.Equal(Machine.Files.FileDigest.OfFile(ink), Machine.Files.FileDigest.OfFile(Path.Join(_other.Root, "packages/ink/src/Ink/obj/Release/net10.0/Ink.dll")));
    }

    [Fact]
    public void An_assembly_that_was_altered_is_put_back_before_anything_links_it()
    {
        _other.Write("services/shop/src/Shop/Program.cs", "System.Console.WriteLine(Ink.Colour.Length);");
        Passes(_other, "--target=Typecheck");
        var ink = Path.Join(_other.Root, "packages/ink/src/Ink/bin/Release/net10.0/Ink.dll");
        var digest = Machine.Files.FileDigest.OfFile(ink);
        File.WriteAllText(ink, "somebody's");
        _other.Write("services/shop/src/Shop/Program.cs", "System.Console.WriteLine(Ink.Colour + \"?\");");

        var call = Passes(_other, "--target=Typecheck");

        Assert.Equal("1 passed, 2 replayed (1 kept in the cache)", call.ResultOf("Typecheck"));
        Assert.Equal(digest, Machine.Files.FileDigest.OfFile(ink));
        Assert.Equal("blue?", _other.RunShop());
    }

    [Fact]
    public void A_build_after_an_edit_changes_nothing_in_the_store()
    {
        _other.Write("services/shop/src/Shop/Program.cs", "System.Console.WriteLine(Ink.Colour.Length);");
        Passes(_other, "--target=Package");
        var before = Store();

        // Now of the package that was restored, so that MSBuild writes into restored folders.
        _other.Write("packages/ink/src/Ink/Ink.cs", "public static class Ink { public static string Colour => \"scarlet\"; }");
        Passes(_other, "--target=Package");

        Assert.Equal("7", _other.RunShop());
        Assert.Subset(Store().ToHashSet(), before.ToHashSet());
    }

    [Fact]
    public void Somebody_who_is_not_root_builds_on_top_of_what_was_restored_and_changes_nothing_in_the_store()
    {
        Assert.SkipUnless(Environment.UserName == "root", "Only root can become somebody else.");
        _other.Write("services/shop/src/Shop/Program.cs", "System.Console.WriteLine(Ink.Colour.Length);");
        Passes(_other, "--target=Package");
        var before = Store();

        _other.Write("packages/ink/src/Ink/Ink.cs", "public static class Ink { public static string Colour => \"scarlet\"; }");
        _other.BuildShopAsNobody();

        Assert.Equal("7", _other.RunShop());
        Assert.Equal(before, Store());
    }

    [Fact]
    public async Task What_one_machine_built_another_takes_from_the_server_between_them()
    {
        await using var server = await Pipeline.Tests.Cache.Nginx.StartAsync();
        using var remote = new EnvironmentScope(("SLIPWAY_REMOTE_CACHE", $"{server.Address}"), ("SLIPWAY_REMOTE_CACHE_MODE", "read-write"));
        using var first = new DotNetClone();
        using var second = new DotNetClone();
        Assert.Equal(0, first.Run(first.Cache, "--target=Package").ExitCode);
        Assert.NotEmpty(server.Files("ac"));
        second.Write("services/shop/src/Shop/Program.cs", "System.Console.WriteLine(Ink.Colour.Length);");

        var call = second.Run(second.Cache, "--target=Package");

        Assert.Equal("1 passed, 2 replayed (1 kept in the cache)", call.ResultOf("Typecheck"));
        Assert.Equal("1 passed, 2 replayed", call.ResultOf("Package"));
        Assert.Equal("4", second.RunShop());
    }

    [Fact]
    public void A_unit_whose_outputs_name_the_checkout_is_said_and_not_kept()
    {
        _other.Write("packages/paper/src/Paper/Paper.cs", $"public static class Paper {{ public static string Origin => \"{_other.Root}/packages\"; }}");

        var call = Passes(_other, "--target=Typecheck");

        Assert.Contains("SLP3124", call.Output, StringComparison.Ordinal);
        Assert.Contains($"it names {_other.Root}", call.Output, StringComparison.Ordinal);
        _other.Wipe();
        Assert.Equal("1 passed, 2 replayed (2 kept in the cache)", Passes(_other, "--target=Typecheck").ResultOf("Typecheck"));
    }

    [Fact]
    public void A_release_that_was_altered_is_reported_and_not_replaced_from_the_cache()
    {
        Passes(_other, "--target=Package");
        var release = Assert.Single(Directory.GetDirectories(Path.Join(_other.Root, "artifacts/releases/services/shop")));
        var settings = Path.Join(release, "app/Shop.runtimeconfig.json");
        var altered = File.ReadAllText(settings) + " ";
        File.Delete(settings);
        File.WriteAllText(settings, altered);
        Directory.Delete(Path.Join(_other.Root, "artifacts/records"), recursive: true);

        var call = _other.Run(_cache, "--target=Package");

        Assert.Equal(1, call.ExitCode);
        Assert.Contains("was altered after it was packaged", call.Output, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _other.Dispose();
        Directory.Delete(_cache, recursive: true);
    }

    private HostCall Passes(DotNetClone clone, params string[] args)
    {
        var call = clone.Run(_cache, args);
        Assert.True(call.ExitCode == 0, $"{call.Output}\n{call.Error}");
        return call;
    }

    private string[] Store() => [.. Directory.GetFiles(Path.Join(_cache, "cas"), "*", SearchOption.AllDirectories)
        .Select(path => $"{Path.GetFileName(path)} {Machine.Files.FileDigest.OfFile(path)}")];

    // What ships; where it came from is another matter.
    private static string[] Releases(DotNetClone clone) => [.. Machine.Files.FileTree.Files(Path.Join(clone.Root, "artifacts/releases"))
        // Where a release came from is told beside what it is, and in the layout that follows from both.
        .Where(path => !path.EndsWith("release.json", StringComparison.Ordinal) && !path.Contains("/oci/blobs/", StringComparison.Ordinal) && !path.EndsWith("/oci/index.json", StringComparison.Ordinal))
        .Select(path => $"{path} {Machine.Files.FileDigest.OfFile(Path.Join(clone.Root, "artifacts/releases", path))}")];

    private static int Names(string file)
    {
        using var stat = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("stat", ["-c", "%h", file]) { RedirectStandardOutput = true })!;
        return int.Parse(stat.StandardOutput.ReadToEnd(), System.Globalization.CultureInfo.InvariantCulture);
    }

    private static void Damage(string blob, string how)
    {
        var bytes = File.ReadAllBytes(blob);
        if (how == "flipped") bytes[bytes.Length / 2] ^= 1;
        File.Delete(blob);
        if (how != "removed") File.WriteAllBytes(blob, how == "truncated" ? bytes[..^1] : bytes);
    }
}
