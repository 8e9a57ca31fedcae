using System.Globalization;
using System.Text;
using Slipway.Boundaries.Edges;
using Slipway.Boundaries.Inventory;
using Slipway.Model;
using Slipway.Model.Units;

namespace Slipway.Boundaries.Scans;

/// <summary>Digests of everything that the rules look at in a unit, so that what was found may be kept.</summary>
internal sealed class ScanKeys
{
    // What people read and no rule does.
    private static readonly string[] Documents = [".md", ".txt", ".png", ".jpg", ".svg", ".gif", ".ico"];

    private readonly PlatformInventory _platform;
    private readonly Permissions _permissions;
    private readonly string _shared;

    public ScanKeys(PlatformInventory platform, Permissions permissions)
    {
        (_platform, _permissions) = (platform, permissions);
        var text = new StringBuilder().Append(typeof(ScanKeys).Module.ModuleVersionId).Append('\n').Append(platform.Map.Digest()).Append('\n');
        foreach (var file in platform.Unowned.Where(file => !file.EndsWith(Documents))) Append(text, file);
        // What a package exports decides what others may import of it.
        foreach (var unit in platform.Map.Platform.Units.Where(unit => unit.Projects.Any(project => project.Toolchain == Toolchain.Node)))
        {
            foreach (var file in platform.Of(unit.Id).Where(file => file.Name == "package.json")) Append(text, file);
        }
        Append(text, "node_modules");
        _shared = Digest.Of(text.ToString()).ToString();
    }

    public string Of(Unit unit)
    {
        var text = new StringBuilder(_shared).Append('\n');
        foreach (var file in _platform.Of(unit.Id)) Append(text, file);
        foreach (var link in _platform.Map.Platform.Links) text.Append("link ").Append(link).Append('\n');
        foreach (var edge in unit.AllowedEdges) text.Append("edge ").Append(edge.To).Append(edge.Until >= _permissions.Today).Append('\n');
        foreach (var project in unit.Projects) text.Append(project.Path).Append(project.Role).Append(project.Unreadable).AppendJoin('|', project.References).AppendJoin('|', project.Inputs).Append('\n');
        if (unit.Toolchain == Toolchain.Node) Append(text, $"{unit.Root}/node_modules");
        return Digest.Of(text.ToString()).ToString();
    }

    private static void Append(StringBuilder text, ListedFile file) => text.Append(file.Path).Append('\0').Append(file.ContentId).Append(file.Mode).Append('\n');

    // npm puts links there, and git does not see them.
    private void Append(StringBuilder text, string folder)
    {
        var path = Path.Join(_platform.Map.Platform.Root, folder);
        if (Directory.Exists(path)) text.Append(Directory.GetLastWriteTimeUtc(path).Ticks.ToString(CultureInfo.InvariantCulture)).Append('\n');
    }
}
