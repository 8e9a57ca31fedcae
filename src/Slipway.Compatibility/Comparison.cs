using System.Collections.Immutable;
using Slipway.Compatibility.Versions;
using Slipway.Model.Problems;

namespace Slipway.Compatibility;

/// <summary>What became of a contract since it was released.</summary>
public sealed record Comparison
{
    /// <summary>Breaks and warnings, in the order of the documents, each once.</summary>
    public ImmutableArray<ContractChange> Changes { get; init; } = [];

    /// <summary>Why a document could not be read. With any, nothing else is known.</summary>
    public ImmutableArray<Problem> Problems { get; init; } = [];

    /// <summary>Whether anything at all differs that a program could notice: descriptions and examples do not count.</summary>
    public bool Differs { get; init; }

    /// <summary>The changes that break somebody.</summary>
    public IEnumerable<ContractChange> Breaks => Changes.Where(change => change.Rule.Gravity == Rules.Gravity.Break);

    /// <summary>How far the change reaches, and so which part of a version it moves.</summary>
    public Reach Reach => Breaks.Any() ? Reach.Break : Differs ? Reach.Addition : Reach.None;
}
