using Slipway.Machine.Yaml;
using Slipway.Model.Units;

namespace Slipway.Workspace.Configuration;

/// <summary>Project files of a unit, as a glob from its root, that have a role by the unit's own word.</summary>
internal sealed record RoleGlob(ProjectRole Role, string Glob, YamlPlace Place);
