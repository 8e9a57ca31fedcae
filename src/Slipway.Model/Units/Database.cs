using System.Collections.Immutable;

namespace Slipway.Model.Units;

/// <summary>The database that a service owns.</summary>
/// <param name="Engine">The engine, such as <c>postgresql</c>.</param>
/// <param name="Name">The database's name; the unit's own by default.</param>
public sealed record Database(string Engine, string Name)
{
    /// <summary>The folder of its SQL migrations, relative to the unit's; null where its bundle holds them.</summary>
    public string? Migrations { get; init; }

    /// <summary>Its schemas beside those that bear the database's or the unit's name; none by default.</summary>
    public ImmutableArray<string> Schemas { get; init; } = [];
}
