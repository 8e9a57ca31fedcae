namespace Slipway.Pipeline.Explanations;

/// <summary>What would become of a node, were it run now.</summary>
public enum Prospect
{
    Run,
    Replay,
    Skip,
}
