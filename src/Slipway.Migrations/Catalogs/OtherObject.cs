namespace Slipway.Migrations.Catalogs;

/// <summary>Anything else that a migration can make: a function, a trigger, a role, an extension.</summary>
/// <param name="Kind">The word for it.</param>
/// <param name="Name">With its schema, where it has one.</param>
/// <param name="Definition">Changes when it does.</param>
internal sealed record OtherObject(string Kind, string Name, string Definition);
