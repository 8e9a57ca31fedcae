using Slipway.Machine.Yaml;

namespace Slipway.Workspace.Configuration;

/// <summary>One item of <c>exposes</c>, not yet compared with the projects that there are.</summary>
/// <param name="Text">A glob of project files, or the name of a package.</param>
/// <param name="IsPackage">Which of the two it is.</param>
internal sealed record PlacedExposure(string Text, bool IsPackage, YamlPlace Place);
