using Slipway.Acceptance.Tests.Harness;

namespace Slipway.Acceptance.Tests.Releases;

public sealed class FirstRun(ReferencePlatform platform)
{
    [Fact]
    public void A_copy_of_the_reference_platform_passes_every_stage() => platform.FirstRun.Exits(0);

    [Fact]
    public void Every_unit_has_a_release_with_its_signature()
    {
        var units = new[] { "services", "apps", "packages" }
            .SelectMany(kind => Directory.GetDirectories(platform[kind]).Select(folder => $"{kind}/{Path.GetFileName(folder)}"))
            .ToArray();

        Assert.Equal(10, units.Length);
        Assert.All(units, unit => Assert.True(File.Exists(Path.Combine(platform.ReleaseOf(unit), "attestations", "provenance.sigstore.json")), unit));
    }
}
