using System.Collections.Immutable;
using Slipway.Model;
using Slipway.Model.Stages;

namespace Slipway.Pipeline.Plans;

/// <summary>The parts that a node's fingerprint is made of.</summary>
public static class NodeBasis
{
    /// <summary>Digest of the unit's inputs, as far as the stage reads them.</summary>
    public const string Inputs = "inputs";

    /// <summary>What builds: this host and its runtime.</summary>
    public const string Toolchain = "toolchain";

    /// <summary>What else decides the stage's outcome: the id of a key, a threshold.</summary>
    public const string Options = "options";

    /// <summary>What others say of the unit, or share with it.</summary>
    public const string Surroundings = "surroundings";

    /// <summary>Which version of its judgement the stage has, and which build of the program that it is part of.</summary>
    public const string StageVersion = "stage version";

    public static Digest Digest(StageName stage, ImmutableSortedDictionary<string, string> basis)
    {
        ArgumentNullException.ThrowIfNull(basis);
        return Model.Digest.Of($"{stage}\n{string.Concat(basis.Select(part => $"{part.Key}={part.Value}\n"))}");
    }
}
