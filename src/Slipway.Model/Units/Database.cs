namespace Slipway.Model.Units;

/// <summary>The database that a service owns.</summary>
/// <param name="Engine">The engine, such as <c>postgresql</c>.</param>
/// <param name="Name">The database's name; the unit's own by default.</param>
public sealed record Database(string Engine, string Name);
