using System.Collections.Immutable;
using Slipway.Frosting.Rules.Groups;

namespace Slipway.Frosting.Rules;

/// <summary>
/// Every rule of the deployment strategy and its state in this version. The one source of <c>--target=Rules</c> and of
/// <c>docs/reference/rulebook.md</c>.
/// </summary>
public static class Rulebook
{
    public static ImmutableArray<RuleGroup> Groups { get; } =
    [
        Principles.Group,
        Deployables.Group,
        Independence.Group,
        Environments.Group,
        Configuration.Group,
        AiConfiguration.Group,
        Promotion.Group,
        DeploymentUnits.Group,
        ReleaseSafety.Group,
        Rollback.Group,
        Checks.Group,
        DatabaseMigrations.Group,
        Observability.Group,
        Tenants.Group,
        Regulation.Group,
    ];
}
