using System.Text.RegularExpressions;
using Slipway.Boundaries.Inventory;
using Slipway.Model.Stages;
using Slipway.Model.Units;

namespace Slipway.Boundaries.Scripts;

/// <summary>What a page of an app loads or frames: a file of another unit, or something at the address of a service or another app.</summary>
internal sealed partial class PageLinkRule : IUnitRule
{
    private static readonly string[] Pages = [".html", ".htm", ".vue", ".svelte", ".astro", ".tsx", ".jsx", ".js", ".mjs", ".cshtml", ".razor"];

    public IEnumerable<Finding> Check(UnitInventory unit)
    {
        if (unit.Unit.Kind != UnitKind.App) yield break;
        var others = unit.Map.Services.Where(other => other.Id != unit.Unit.Id && !unit.Permissions.IsAllowedForNow(unit.Unit, other)).ToList();
        foreach (var file in unit.Ending(Pages).Where(file => !RawCallRule.IsTest(file) && !file.Path.Contains("/node_modules/", StringComparison.Ordinal)))
        {
            if (unit.Text(file.Path) is not { } text) continue;
            foreach (Match link in Link.Matches(text))
            {
                var target = link.Groups["target"];
                var (line, column) = TextPlace.Of(text, target.Index);
                if (target.Value.Contains("//", StringComparison.Ordinal))
                {
                    if (others.FirstOrDefault(other => RawCallRule.Names(target.Value, other)) is not { } other) continue;
                    yield return Found.At(
                        RuleIds.RawCall, file.Path, line, column, $"'{unit.Unit.Id}' loads '{target.Value}' of '{other.Id}': apps reach services through their SDK packages only",
                        other.Kind == UnitKind.App ? "Apps do not know each other: move what both need into a service or a package." : $"Use the SDK package of '{other.Name}'.");
                }
                else if (target.Value.StartsWith("..", StringComparison.Ordinal) && RepositoryPath.Resolve(file.Folder, target.Value.Split('?', '#')[0]) is { } path
                    && unit.Map.OwnerOf(path) is { } owner && !unit.Permissions.IsOpen(unit.Unit, owner, path))
                {
                    yield return Found.At(
                        RuleIds.ForeignImport, file.Path, line, column, $"'{unit.Unit.Id}' loads '{target.Value}', which lies in '{owner.Id}'",
                        $"Use the SDK package of '{owner.Name}', or move what both need into a package.");
                }
            }
        }
    }

    // A link that somebody follows loads nothing here.
    [GeneratedRegex("""<(?:[a-z][\w.-]*\s[^<>]*?\b(?:src|action|formaction|data|poster)|(?:link|base)\s[^<>]*?\bhref)\s*=\s*\{?\s*["'`](?<target>(?:https?:)?//[^"'`\s]+|\.\.[^"'`\s]*)""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Link { get; }
}
