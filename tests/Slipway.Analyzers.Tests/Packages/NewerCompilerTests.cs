using System.Text.Json;

namespace Slipway.Analyzers.Tests.Packages;

/// <summary>Analyzers that were built for a newer compiler than the one that runs: it leaves them out, and says so in a warning that this package makes an error.</summary>
public class NewerCompilerTests(PackedAnalyzers packed) : IClassFixture<PackedAnalyzers>
{
    // A compiler that lives on may have the analyzers loaded as they were.
    private const string Anew = "-p:UseSharedCompilation=false";

    private const string Hush = "<Target Name=\"Hush\" AfterTargets=\"_SlipwayCanary\"><PropertyGroup><NoWarn>$(NoWarn);CS9057</NoWarn></PropertyGroup></Target>";

    [Fact]
    public async Task A_build_with_them_fails()
    {
        using var platform = await WithNewerAnalyzers("");

        Assert.Contains(
            await platform.Build("services/ordering/Ordering", "--no-restore", Anew),
            error => error.Contains("error CS9057", StringComparison.Ordinal) && error.Contains("Slipway.Analyzers.dll", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_the_word_of_the_compiler_is_silenced_late_the_receipt_names_no_core_rule()
    {
        using var platform = await WithNewerAnalyzers(Hush);

        Assert.Empty(await platform.Build("services/ordering/Ordering", "--no-restore", Anew, $"-p:ErrorLog={platform.PathOf("ordering.sarif")}%2cversion=2.1"));

        using var receipt = JsonDocument.Parse(await File.ReadAllTextAsync(platform.PathOf("ordering.sarif"), TestContext.Current.CancellationToken));
        var driver = receipt.RootElement.GetProperty("runs")[0].GetProperty("tool").GetProperty("driver");
        var rules = driver.GetProperty("rules").EnumerateArray().Select(rule => rule.GetProperty("id").GetString()).ToList();
        Assert.Empty(rules.Intersect(RuleIds.Core));
    }

    [Fact]
    public async Task The_same_build_with_the_analyzers_as_they_are_passes()
    {
        using var platform = new PlatformFolder(packed.Feed).Project("services/ordering/Ordering", Hush);

        Assert.Empty(await platform.Build("services/ordering/Ordering", Anew));
    }

    private async Task<PlatformFolder> WithNewerAnalyzers(string body)
    {
        var platform = new PlatformFolder(packed.Feed).Project("services/ordering/Ordering", body);
        var (code, output) = await platform.Dotnet("restore", "services/ordering/Ordering");
        Assert.True(code == 0, output);
        foreach (var analyzer in platform.RestoredAnalyzers()) NewerCompiler.Ask(analyzer);
        return platform;
    }
}
