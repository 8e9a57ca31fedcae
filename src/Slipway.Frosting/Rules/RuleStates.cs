using Slipway.Model.Platforms;
using Slipway.Model.Units;

namespace Slipway.Frosting.Rules;

/// <summary>The state of a rule on one platform: that of this version, or nothing to hold where the platform lacks its subject.</summary>
public static class RuleStates
{
    public static RuleState On(Rule rule, Platform platform) => Has(platform, rule.Subject) ? rule.State : RuleState.NothingToHold;

    public static string Word(RuleState state) => state switch
    {
        RuleState.Held => "held",
        RuleState.Partly => "partly held",
        RuleState.NothingToHold => "nothing to hold",
        _ => "not yet held",
    };

    private static bool Has(Platform platform, RuleSubject subject) => subject switch
    {
        RuleSubject.Services => platform.Units.Any(unit => unit.Kind == UnitKind.Service),
        RuleSubject.Apps => platform.Units.Any(unit => unit.Kind == UnitKind.App),
        RuleSubject.Packages => platform.Units.Any(unit => unit.Kind == UnitKind.Package),
        RuleSubject.Databases => platform.Units.Any(unit => unit.Database is not null),
        RuleSubject.Suites => platform.Units.Any(unit => !unit.Suites.IsEmpty),
        _ => true,
    };
}
