using System.Collections.Immutable;
using Slipway.Boundaries.Assemblies;
using Slipway.Boundaries.Commands;
using Slipway.Boundaries.Copies;
using Slipway.Boundaries.Data;
using Slipway.Boundaries.Edges;
using Slipway.Boundaries.Inventory;
using Slipway.Boundaries.Links;
using Slipway.Boundaries.Projects;
using Slipway.Boundaries.Scripts;
using Slipway.Boundaries.Suppressions;
using Slipway.Model.Units;

namespace Slipway.Boundaries.Scans;

/// <summary>Holds one unit's files against every rule that needs nothing else.</summary>
internal sealed class UnitScanner(PlatformInventory platform, Permissions permissions)
{
    private readonly ImmutableArray<IUnitRule> _rules =
    [
        new UnreadableFileRule(), new ForeignItemRule(), new PackageReferenceRule(), new FileBasedProgramRule(),
        new AnalyzerSwitchRule(), new ResponseFileRule(), new SeverityRule(),
        new LinkRule(), new SubmoduleRule(), new CommittedAssemblyRule(),
        new CommandRule(), new ImageRule(),
        new ForeignSchemaRule(platform.Map),
        new ImportRule(), new ManifestRule(), new AliasRule(), new RawCallRule(), new ConfiguredCallRule(), new PageLinkRule(),
    ];

    public UnitScan Scan(Unit unit, string key)
    {
        var files = platform.Of(unit.Id);
        var inventory = new UnitInventory(unit, files, platform, permissions);
        return new()
        {
            Key = key,
            Findings = [.. _rules.SelectMany(rule => rule.Check(inventory))],
            Databases = [.. Configurations.Of(inventory)],
            Sources = [.. MarkedSources.Of(inventory)],
            Covered = [.. Covered(unit, files)],
        };
    }

    // What would be found if no allowance held.
    private IEnumerable<string> Covered(Unit unit, ImmutableArray<ListedFile> files)
    {
        if (unit.AllowedEdges.IsEmpty) return [];
        var strict = new UnitInventory(unit, files, platform, new Permissions(DateOnly.MaxValue));
        var all = _rules.SelectMany(rule => rule.Check(strict)).Select(finding => finding.Message).ToList();
        return unit.AllowedEdges.Select(edge => edge.To).Distinct()
            .Where(name => platform.Map.Platform.TryGet(name, out var owner) && all.Exists(message => message.Contains($"'{owner.Id}'", StringComparison.Ordinal)))
            .Select(name => name.ToString());
    }
}
