namespace Slipway.Compatibility.Rules;

/// <summary>One kind of change that a released contract must not have.</summary>
/// <param name="Name">Stable, in kebab-case.</param>
/// <param name="Direction">Which way the data goes.</param>
/// <param name="Gravity">Whether it fails.</param>
/// <param name="Text">What it is and whom it hurts, in one sentence.</param>
/// <param name="Example">What the tests run and the catalogue prints.</param>
public sealed record BreakRule(string Name, Direction Direction, Gravity Gravity, string Text, Example Example);
