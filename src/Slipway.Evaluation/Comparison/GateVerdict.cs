namespace Slipway.Evaluation.Comparison;

/// <summary>What a comparison comes to. Only <see cref="Pass"/> and <see cref="Improved"/> let anything through.</summary>
public enum GateVerdict
{
    Pass,
    Improved,
    Regressed,

    /// <summary>Nothing bad was seen, and not enough was seen to say so.</summary>
    Inconclusive,

    /// <summary>The two runs cannot be compared: mend the run, not the candidate.</summary>
    Invalid,
}
