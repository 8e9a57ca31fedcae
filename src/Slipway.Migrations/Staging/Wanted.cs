using System.Collections.Immutable;

namespace Slipway.Migrations.Staging;

/// <summary>What would have to be there for a statement to run.</summary>
/// <param name="Name">What it is, for reports; each is made once.</param>
/// <param name="Sql">What makes it.</param>
internal sealed record Wanted(string Name, ImmutableArray<string> Sql);
