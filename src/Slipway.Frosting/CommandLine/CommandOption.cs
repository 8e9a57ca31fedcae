using System.Collections.Immutable;

namespace Slipway.Frosting.CommandLine;

/// <summary>One option that the command line may hold.</summary>
/// <param name="Name">Without its dashes.</param>
/// <param name="Aliases">Other names; those of one letter take one dash.</param>
/// <param name="Value">What its value is, for the help; null for a flag.</param>
/// <param name="Description">One sentence.</param>
public sealed record CommandOption(string Name, ImmutableArray<string> Aliases, string? Value, string Description)
{
    public bool IsFlag => Value is null;

    public IEnumerable<string> Names => [Name, .. Aliases];
}
