using Slipway.Machine.Yaml;

namespace Slipway.Workspace.Configuration;

/// <summary>The name of a unit as somebody wrote it, to be compared with the units there are.</summary>
internal sealed record PlacedName(string Text, YamlPlace Place);
