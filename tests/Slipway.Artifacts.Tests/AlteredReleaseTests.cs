using Slipway.Model.Problems;

namespace Slipway.Artifacts.Tests;

/// <summary>A writer or signer that comes upon a release that somebody has altered: nothing is repaired, everything is named.</summary>
public sealed class AlteredReleaseTests : IDisposable
{
    private readonly Yard _yard = new();

    [Fact]
    public async Task A_release_that_was_altered_is_not_written_over_and_every_file_is_named()
    {
        var folder = await _yard.SignedAsync();
        File.WriteAllText(Path.Combine(folder, "app/Catalog.dll"), "evil");
        File.Delete(Path.Combine(folder, "app/empty.txt"));
        File.WriteAllText(Path.Combine(folder, "app/extra.dll"), "extra");
        Directory.CreateDirectory(Path.Combine(folder, "app/plugins"));
        Assert.Equal(
            [("SLP4066", folder), ("SLP4050", "app/Catalog.dll"), ("SLP4051", "app/empty.txt"), ("SLP4052", "app/extra.dll"), ("SLP4059", "app/plugins")],
            await RefusedAsync(folder, () => _yard.WriteAsync()));
        Assert.Equal("evil", File.ReadAllText(Path.Combine(folder, "app/Catalog.dll")));
    }

    [Fact]
    public async Task Other_content_does_not_write_over_it_either()
    {
        var folder = await _yard.SignedAsync();
        File.WriteAllText(Path.Combine(folder, "app/Catalog.dll"), "evil");
        _yard.Put("publish/Catalog.dll", "newer code");
        Assert.Equal([("SLP4066", folder), ("SLP4050", "app/Catalog.dll")], await RefusedAsync(folder, () => _yard.WriteAsync()));
    }

    [Theory]
    [InlineData("", "SLP4050")]
    [InlineData("{}", "SLP4002")]
    [InlineData(null, "SLP4055")]
    public async Task A_manifest_that_was_altered_is_named(string? text, string code)
    {
        var folder = await _yard.SignedAsync();
        if (text is null) File.Delete(Yard.Manifest(folder));
        else File.WriteAllText(Yard.Manifest(folder), text);
        var problems = await RefusedAsync(folder, () => _yard.WriteAsync());
        Assert.Contains((code, "release.json"), problems);
    }

    [Fact]
    public async Task A_link_to_the_very_same_bytes_is_named()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows grants symbolic links to few.");
        var folder = await _yard.SignedAsync();
        File.Move(Path.Combine(folder, "app/Catalog.dll"), _yard.At("moved.dll"));
        File.CreateSymbolicLink(Path.Combine(folder, "app/Catalog.dll"), _yard.At("moved.dll"));
        Assert.Equal([("SLP4066", folder), ("SLP4053", "app/Catalog.dll")], await RefusedAsync(folder, () => _yard.WriteAsync()));
    }

    [Fact]
    public async Task Deleting_it_as_the_mend_says_makes_way()
    {
        var folder = await _yard.SignedAsync();
        File.WriteAllText(Path.Combine(folder, "app/Catalog.dll"), "evil");
        Directory.Delete(folder, recursive: true);
        Assert.True((await _yard.VerifyAsync(await _yard.SignedAsync())).Passed);
    }

    [Fact]
    public async Task A_signature_that_was_altered_is_not_signed_over()
    {
        var folder = await _yard.SignedAsync();
        var bundle = await File.ReadAllTextAsync(Yard.Bundle(folder), TestContext.Current.CancellationToken);
        var altered = bundle.Replace("\"payload\":\"e", "\"payload\":\"f", StringComparison.Ordinal);
        Assert.NotEqual(bundle, altered);
        File.WriteAllText(Yard.Bundle(folder), altered);
        Assert.Equal([("SLP4015", "attestations/provenance.sigstore.json")], await RefusedAsync(folder, () => _yard.SignAsync(folder)));
        Assert.Equal(altered, File.ReadAllText(Yard.Bundle(folder)));
    }

    [Fact]
    public async Task The_signature_of_another_release_is_not_signed_over()
    {
        var folder = await _yard.SignedAsync();
        var other = await _yard.SignedAsync(_yard.Draft with { Unit = Yard.Ordering });
        File.Copy(Yard.Bundle(other), Yard.Bundle(folder), overwrite: true);
        Assert.Equal(
            [("SLP4018", "attestations/provenance.sigstore.json"), ("SLP4018", "release.json")],
            await RefusedAsync(folder, () => _yard.SignAsync(folder)));
    }

    public void Dispose() => _yard.Dispose();

    private static async Task<IEnumerable<(string, string)>> RefusedAsync(string folder, Func<Task> act)
    {
        var failure = await Assert.ThrowsAsync<KnownFailureException>(act);
        Assert.All(failure.Problems, problem => Assert.StartsWith($"Delete {folder} and run again", problem.Mend, StringComparison.Ordinal));
        return failure.Problems.Select(problem => (problem.Code, problem.File!));
    }
}
