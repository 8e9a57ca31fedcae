using Slipway.Machine.Yaml;

namespace Slipway.Workspace.Discovery;

/// <param name="Pattern">The folders.</param>
/// <param name="Place">Where it was written; null for the convention.</param>
internal sealed record LayoutFolder(FolderPattern Pattern, YamlPlace? Place);
