using System.Collections.Immutable;

namespace Slipway.Pipeline.Stages.DotNet;

/// <summary>MSBuild as a client of the one that stays.</summary>
/// <param name="Program">Its assembly, absolute, for <c>dotnet</c> to run.</param>
/// <param name="Variables">With which it is run.</param>
internal sealed record ResidentClient(string Program, ImmutableDictionary<string, string?> Variables);
