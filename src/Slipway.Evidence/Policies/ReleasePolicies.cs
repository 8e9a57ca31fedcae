using System.Collections.Immutable;
using Slipway.Model;

namespace Slipway.Evidence.Policies;

/// <summary>The policy of every environment.</summary>
/// <param name="Source">Where they come from: <c>policy.yaml</c>, or <c>built in</c>.</param>
/// <param name="Digest">Of the file's bytes; null for those that are built in.</param>
/// <param name="Ordered">All four, in the environments' own order.</param>
public sealed record ReleasePolicies(string Source, Digest? Digest, ImmutableArray<EnvironmentPolicy> Ordered)
{
    private static readonly GateDemand Whole = new();
    private static readonly GateDemand Skippable = new() { MayBeSkipped = true };

    /// <summary>
    /// What holds where a platform has no <c>policy.yaml</c>, and for each environment that the file does not name: local wants provenance, dev
    /// wants every gate, staging wants CI, an SBOM and committed sources, production wants all of security and of migrations, and nothing older than 30 days.
    /// </summary>
    public static ReleasePolicies BuiltIn { get; } = new("built in", null, [Local, Dev, Staging, Production]);

    private static EnvironmentPolicy Local => new() { Environment = EnvironmentName.Local, Builders = ["local", "ci"], AllowsUncommitted = true };

    private static EnvironmentPolicy Dev => Local with
    {
        Environment = EnvironmentName.Dev,
        Gates = ImmutableSortedDictionary<string, GateDemand>.Empty
            .Add("typecheck", Whole).Add("lint", Whole).Add("boundaries", Whole)
            .Add("unit", Skippable).Add("migrations", Skippable with { MayBePartial = true }).Add("integration", Skippable).Add("evaluate", Skippable)
            .Add("security", Whole with { MayBePartial = true }),
    };

    private static EnvironmentPolicy Staging => Dev with
    {
        Environment = EnvironmentName.Staging,
        Statements = ["provenance", "sbom"],
        Builders = ["ci"],
        Parameters = ImmutableSortedDictionary<string, string>.Empty.Add("configuration", "Release"),
        AllowsUncommitted = false,
    };

    private static EnvironmentPolicy Production => Staging with
    {
        Environment = EnvironmentName.Production,
        Gates = Staging.Gates.SetItem("security", Whole).SetItem("migrations", Skippable),
        MaximumAge = TimeSpan.FromDays(30),
    };

    public EnvironmentPolicy Of(EnvironmentName environment) => Ordered[(int)environment];
}
