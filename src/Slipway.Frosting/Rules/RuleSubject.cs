namespace Slipway.Frosting.Rules;

/// <summary>What a rule is about.</summary>
public enum RuleSubject
{
    Platform,
    Services,
    Apps,
    Packages,

    /// <summary>Units that own a database.</summary>
    Databases,

    /// <summary>Units that have AI, told by their evaluation suites.</summary>
    Suites,
}
