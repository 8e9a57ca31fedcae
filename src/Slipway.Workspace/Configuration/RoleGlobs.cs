using System.Collections.Immutable;
using Slipway.Machine.Yaml;
using Slipway.Model.Units;

namespace Slipway.Workspace.Configuration;

/// <summary>Reads <c>projects</c>: roles that a project's own name and properties do not tell.</summary>
internal static class RoleGlobs
{
    private static readonly (string Key, ProjectRole Role)[] Keys =
    [
        ("entry", ProjectRole.Entry), ("integrationTests", ProjectRole.IntegrationTests), ("library", ProjectRole.Library),
        ("migrator", ProjectRole.Migrator), ("tool", ProjectRole.Tool), ("unitTests", ProjectRole.UnitTests),
    ];

    public static ImmutableArray<RoleGlob> Read(YamlMap map)
    {
        var globs = Keys
            .SelectMany(key => map.TextList(key.Key).Select(item => (key.Role, item)))
            .Where(pair => pair.item.StaysInside(pair.item.Text))
            .Select(pair => new RoleGlob(pair.Role, pair.item.Text, pair.item.Place))
            .ToImmutableArray();
        map.RejectUnknownKeys();
        return globs;
    }
}
