using Slipway.Frosting.Tests.Harness;

namespace Slipway.Frosting.Tests.Runs;

/// <summary>What stages leave on disk, and what becomes of it.</summary>
public sealed class Outputs : IDisposable
{
    private readonly TestPlatform _platform = new("shop");
    private readonly DirectoryInfo _keys = Directory.CreateTempSubdirectory("frosting-tests-keys-");

    public void Dispose()
    {
        _platform.Dispose();
        _keys.Delete(recursive: true);
    }

    [Fact]
    public async Task Sign_alone_signs_what_lies_there()
    {
        _platform.Write("apps/shop/dist/index.html", "<p>shop</p>");
        await Passes("--target=Package", "--exclusive");
        Assert.Empty(Bundles());

        await Passes("--target=Sign", "--exclusive");

        Assert.Contains(Bundles(), file => file.EndsWith("/provenance.sigstore.json", StringComparison.Ordinal));
        await Passes("--target=Verify", "--exclusive");
    }

    [Fact]
    public async Task What_was_verified_stands_until_the_release_or_the_key_is_touched_or_somebody_names_the_target()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only there does the file system vouch for a folder.");
        const string Replayed = "apps/shop  replayed";
        _platform.Write("apps/shop/dist/index.html", "<p>shop</p>");
        await Passes("--target=Package", "--exclusive");
        await Passes("--target=Sign", "--exclusive");
        Assert.DoesNotContain(Replayed, await Passes("--target=Proof"), StringComparison.Ordinal);
        Assert.Contains(Replayed, await Passes("--target=Proof"), StringComparison.Ordinal);

        Assert.DoesNotContain(Replayed, await Passes("--target=Verify", "--exclusive"), StringComparison.Ordinal);
        Assert.Contains(Replayed, await Passes("--target=Proof"), StringComparison.Ordinal);
        var file = Directory.GetFiles(Path.Join(_platform.Artifacts, "releases"), "index.html", SearchOption.AllDirectories).Single();
        var written = File.GetLastWriteTimeUtc(file);
        await File.WriteAllTextAsync(file, "<p>shoq</p>", TestContext.Current.CancellationToken);
        File.SetLastWriteTimeUtc(file, written);

        using var host = SampleHost.Start(_platform, new Dictionary<string, string> { ["XDG_DATA_HOME"] = _keys.FullName }, "--target=Proof");
        Assert.Equal(1, await host.ExitAsync());
        Assert.Contains("FAILED apps/shop verify", host.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_compile_said_of_lint_is_judged_also_where_the_cache_stands_for_the_compile()
    {
        _platform.Write("packages/sdk/Sdk.csproj", """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>""");
        _platform.Write("packages/sdk/Field.cs", "namespace Sdk; public class Field { public int Open; }");
        _platform.Write(".editorconfig", "[*.cs]\ndotnet_diagnostic.CA1051.severity = warning\n");
        _platform.Write(".gitignore", "bin/\nobj/\nartifacts/\n");
        await Passes("--target=Typecheck", "--unit=sdk");
        Directory.Delete(_platform.Artifacts, recursive: true);
        Directory.Delete(Path.Join(_platform.Root, "packages/sdk/obj"), recursive: true);

        using var host = SampleHost.Start(_platform, new Dictionary<string, string> { ["XDG_DATA_HOME"] = _keys.FullName }, "--target=Lint", "--unit=sdk");

        Assert.Equal(1, await host.ExitAsync());
        Assert.Equal(2, host.Output.Split("packages/sdk  replayed").Length - 1);
        Assert.Contains("CA1051", host.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_record_that_does_not_tell_what_the_compiler_said_stands_for_no_compile()
    {
        Compiled("<Warning Code=\"CA1051\" Text=\"a field is open\" File=\"Field.cs\" />");
        await Passes("--target=Typecheck", "--unit=sdk");
        var record = Path.Join(_platform.Artifacts, "records/packages/sdk.jsonl");
        await File.WriteAllTextAsync(record, (await File.ReadAllTextAsync(record, TestContext.Current.CancellationToken)).Replace("passedOn", "passedOm", StringComparison.Ordinal), TestContext.Current.CancellationToken);

        Assert.Contains("CA1051", await Fails("--target=Lint", "--unit=sdk"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_judged_without_the_analyzers_stands_for_nothing()
    {
        Compiled("<Warning Code=\"SLW1013\" Text=\"it reaches into another unit\" File=\"Field.cs\" />");

        Assert.Contains("analyzers", await Passes("--target=Boundaries", "--exclusive", "--unit=sdk"), StringComparison.Ordinal);

        Assert.Contains("SLW1013", await Fails("--target=Boundaries", "--unit=sdk"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_assembly_that_was_altered_and_is_in_no_cache_is_compiled_again_instead_of_replayed()
    {
        _platform.Write("packages/sdk/Sdk.csproj", """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>""");
        _platform.Write(".gitignore", "bin/\nobj/\nartifacts/\n");
        string[] typecheck = ["--target=Typecheck", "--unit=sdk"];
        await Passes(typecheck);
        Assert.Equal(2, (await Passes(typecheck)).Split("packages/sdk  replayed").Length - 1);
        var assembly = Path.Join(_platform.Root, "packages/sdk/bin/Release/net10.0/Sdk.dll");
        var bytes = await File.ReadAllBytesAsync(assembly, TestContext.Current.CancellationToken);
        bytes[bytes.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(assembly, bytes, TestContext.Current.CancellationToken);

        Directory.Delete(_platform.Cache, recursive: true);

        // Restore alone is replayed.
        Assert.Single((await Passes(typecheck)).Split("packages/sdk  replayed")[1..]);
    }

    private string[] Bundles() => Directory.GetFiles(Path.Join(_platform.Artifacts, "releases"), "*.sigstore.json", SearchOption.AllDirectories);

    // A unit of which the compiler says this.
    private void Compiled(string words)
    {
        _platform.Write("packages/sdk/Sdk.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
              <Target Name="Say" BeforeTargets="CoreCompile">{words}</Target>
            </Project>
            """);
        _platform.Write("packages/sdk/Field.cs", "namespace Sdk; public class Field;");
        _platform.Write(".gitignore", "bin/\nobj/\nartifacts/\n");
    }

    private async Task<string> Fails(params string[] args)
    {
        using var host = SampleHost.Start(_platform, new Dictionary<string, string> { ["XDG_DATA_HOME"] = _keys.FullName }, args);
        Assert.Equal(1, await host.ExitAsync());
        return host.Output;
    }

    private async Task<string> Passes(params string[] args)
    {
        using var host = SampleHost.Start(_platform, new Dictionary<string, string> { ["XDG_DATA_HOME"] = _keys.FullName }, args);
        var exit = await host.ExitAsync();
        Assert.True(exit == 0, host.Output);
        return host.Output;
    }
}
