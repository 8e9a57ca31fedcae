using System.Collections.Immutable;

namespace Slipway.Benchmarks.Peers;

/// <summary>One command line, in one folder.</summary>
internal sealed record Command(string Folder, string Program, params ImmutableArray<string> Arguments)
{
    public ImmutableDictionary<string, string> Environment { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Another exit code is a failure; 0 by default.</summary>
    public int Expected { get; init; }

    public override string ToString() => string.Join(' ', Arguments.Prepend(Program));
}
