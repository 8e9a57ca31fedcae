namespace Slipway.Benchmarks.Peers;

/// <summary>What Slipway's time, divided by another's, may come to at most.</summary>
internal sealed record Goal(string Against, double Most);

/// <summary>A goal, and what was measured: met, missed, or nothing to compare with.</summary>
internal sealed record Verdict(string Text, string Measured, bool? Met)
{
    public override string ToString() => $"{(Met switch { true => "met", false => "MISSED", _ => "skipped" }),-8} {Text}: {Measured}";
}
