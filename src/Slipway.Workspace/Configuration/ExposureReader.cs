using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Slipway.Machine.Yaml;
using Slipway.Model.Units;

namespace Slipway.Workspace.Configuration;

/// <summary>Reads <c>exposes</c>.</summary>
internal static partial class ExposureReader
{
    public static (Exposure Exposure, ImmutableArray<PlacedExposure> Placed) Read(YamlMap map)
    {
        var projects = map.TextList("projects").Where(item => item.StaysInside(item.Text)).ToList();
        var packages = map.TextList("packages");
        var namespaces = map.TextList("namespaces");
        map.RejectUnknownKeys();
        foreach (var wrong in namespaces.Where(item => !Namespace.IsMatch(item.Text)))
            wrong.Report(Codes.BadNamespace, $"'{wrong.Text}' cannot be a namespace.", "write its full name, without wildcards: Shop.Catalog.Contracts");
        return (
            new()
            {
                Projects = [.. projects.Select(item => item.Text)], Packages = [.. packages.Select(item => item.Text)], Namespaces = [.. namespaces.Select(item => item.Text)],
            },
            [
                .. projects.Select(item => new PlacedExposure(item.Text, IsPackage: false, item.Place)),
                .. packages.Select(item => new PlacedExposure(item.Text, IsPackage: true, item.Place)),
            ]);
    }

    [GeneratedRegex(@"\A[\p{L}_][\p{L}\p{N}_]*(\.[\p{L}_][\p{L}\p{N}_]*)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Namespace { get; }
}
