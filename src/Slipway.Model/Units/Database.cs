namespace Slipway.Model.Units;

/// <summary>The database that a service owns.</summary>
/// <param name="Engine">The engine, such as <c>postgresql</c>.</param>
/// <param name="Name">The database's name; the unit's own by default.</param>
/// <param name="Migrations">The folder of its SQL migrations, relative to the unit's; null where its bundle holds them.</param>
public sealed record Database(string Engine, string Name, string? Migrations = null);
