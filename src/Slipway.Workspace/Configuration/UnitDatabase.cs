using System.Collections.Immutable;
using Slipway.Machine.Yaml;

namespace Slipway.Workspace.Configuration;

/// <param name="Engine">The engine.</param>
/// <param name="Name">Null for the unit's own name.</param>
/// <param name="Migrations">The folder of its SQL migrations, relative to the unit's; null for none.</param>
/// <param name="Schemas">Those that bear neither its name nor the unit's.</param>
/// <param name="Place">Of the map.</param>
internal sealed record UnitDatabase(string Engine, string? Name, string? Migrations, ImmutableArray<string> Schemas, YamlPlace Place);
