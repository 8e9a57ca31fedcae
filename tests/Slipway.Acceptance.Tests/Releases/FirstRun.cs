using Slipway.Acceptance.Tests.Harness;

namespace Slipway.Acceptance.Tests.Releases;

public sealed class FirstRun(ReferencePlatform platform)
{
    [Fact]
    public void A_copy_of_the_reference_platform_passes_every_stage() => platform.FirstRun.Exits(0);

    [Fact]
    public void Every_unit_has_a_release_with_a_signed_statement_of_where_it_came_from_and_of_every_gate()
    {
        var units = new[] { "services", "apps", "packages" }
            .SelectMany(kind => Directory.GetDirectories(platform[kind]).Select(folder => $"{kind}/{Path.GetFileName(folder)}"))
            .ToArray();

        Assert.Equal(10, units.Length);
        string[] statements = ["gate-boundaries", "gate-evaluate", "gate-integration", "gate-lint", "gate-migrations", "gate-security", "gate-typecheck", "gate-unit", "provenance"];
        Assert.All(units, unit => Assert.Superset(
            statements.Select(name => $"{name}.sigstore.json").ToHashSet(),
            Directory.GetFiles(Path.Combine(platform.ReleaseOf(unit), "attestations")).Select(file => Path.GetFileName(file)).ToHashSet()));
    }
}
