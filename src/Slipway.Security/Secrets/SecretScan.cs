using System.Collections.Immutable;
using Slipway.Model.Stages;

namespace Slipway.Security.Secrets;

/// <summary>What a scan of files gave, and what it did not look at.</summary>
public sealed record SecretScan
{
    public required ImmutableArray<Finding> Findings { get; init; }

    /// <summary>How many files were read as text.</summary>
    public required int Files { get; init; }

    /// <summary>How many files hold no text.</summary>
    public int Binary { get; init; }

    /// <summary>Files that were too big to be read, relative to the platform's root.</summary>
    public ImmutableArray<string> TooBig { get; init; } = [];

    /// <summary>How many files the platform leaves out, each for the reason that it gives.</summary>
    public int Excluded { get; init; }

    /// <summary>How many findings a comment with a reason has taken away.</summary>
    public int Waived { get; init; }

    /// <summary>Files that ought to have been looked at and were not.</summary>
    public ImmutableArray<SkippedCheck> SkippedChecks => TooBig.IsEmpty
        ? []
        : [new() { What = "secrets", Why = $"{TooBig.Length} files are bigger than {FileScanner.LargestFile / 1_000_000} MB and were not read, {TooBig[0]} first" }];

    /// <summary>One line for each thing that the platform itself leaves out; empty when there is none.</summary>
    public IEnumerable<string> Notes
    {
        get
        {
            if (Excluded > 0) yield return $"secrets: {Excluded} files are left out by platform.yaml";
            if (Waived > 0) yield return $"secrets: {Waived} findings are waived with a reason";
        }
    }
}
