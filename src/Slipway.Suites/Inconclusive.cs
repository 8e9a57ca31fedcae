namespace Slipway.Suites;

/// <summary>What an environment makes of an inconclusive verdict.</summary>
public enum Inconclusive
{
    Hold,
    Warn,
}
