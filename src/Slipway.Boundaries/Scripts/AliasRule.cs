using System.Text.RegularExpressions;
using Slipway.Boundaries.Inventory;
using Slipway.Model.Stages;
using Slipway.Model.Units;

namespace Slipway.Boundaries.Scripts;

/// <summary>Configurations of compilers, bundlers and test runners that lead into another unit: an alias makes its files look like one's own.</summary>
internal sealed partial class AliasRule : IUnitRule
{
    // What else of a manifest leads to files: what configures a tool, and what is the package's own entry.
    private static readonly string[] ManifestParts = ["jest", "vitest", "babel", "main", "module", "types", "typings", "browser", "bin", "exports", "files", "eslintConfig", "prettier", "tsd", "nodemonConfig"];

    public IEnumerable<Finding> Check(UnitInventory unit)
    {
        foreach (var file in unit.Files.Where(file => !file.IsLink))
        {
            var found = JsonNamed.IsMatch(file.Name) ? InJson(unit, file) : ScriptNamed.IsMatch(file.Name) ? InScript(unit, file) : [];
            foreach (var (value, path, offset) in found)
            {
                if (unit.Closed(path) is not { } owner) continue;
                var (line, column) = TextPlace.Of(unit.Text(file.Path)!, offset);
                yield return Found.At(
                    RuleIds.ForeignAlias, file.Path, line, column, $"'{unit.Unit.Id}' takes '{value}', which is '{path}' {(RepositoryPath.IsWithin(owner.Root, path) && owner.Root != path ? "with" : "of")} '{owner.Id}', for its own",
                    owner.Kind == UnitKind.Package ? $"Ask the owners of '{owner.Name}' for its visibility." : $"Use the SDK package of '{owner.Name}', or move what both need into a package.");
            }
        }
    }

    private static IEnumerable<(string Value, string Path, int Offset)> InJson(UnitInventory unit, ListedFile file)
    {
        if (unit.Text(file.Path) is not { } text) yield break;
        // Of a manifest only what configures a tool: its dependencies have a rule of their own.
        var leaves = JsonText.Leaves(text).Where(leaf => file.Name != "package.json" || ManifestParts.Any(part => leaf.IsBelow(part))).ToList();
        var start = leaves.FirstOrDefault(leaf => leaf.IsBelow("compilerOptions", "baseUrl"))?.Value ?? ".";
        foreach (var leaf in leaves)
        {
            var value = RepositoryPath.WithoutPattern(leaf.Value);
            var from = leaf.IsBelow("compilerOptions", "paths") ? $"{start}/{value}" : value;
            if (!value.Contains("..", StringComparison.Ordinal) && !from.Contains("..", StringComparison.Ordinal)) continue;
            if (RepositoryPath.Resolve(file.Folder, from.Replace("<rootDir>", ".", StringComparison.Ordinal)) is { } path) yield return (leaf.Value, path, leaf.Offset);
        }
    }

    private static IEnumerable<(string Value, string Path, int Offset)> InScript(UnitInventory unit, ListedFile file)
    {
        if (unit.Text(file.Path) is not { } text) yield break;
        var tokens = ScriptFiles.Tokens(file, text);
        for (var at = 0; at < tokens.Count; at++)
        {
            if (tokens[at].Kind is not (ScriptTokenKind.Text or ScriptTokenKind.Template)) continue;
            var first = at;
            var value = tokens[at].Value;
            // path.resolve(__dirname, '..', '..', 'services'): the parts of one path.
            while (at + 2 < tokens.Count && tokens[at + 1].Is(",") && tokens[at + 2].IsText && value.StartsWith('.')) value += "/" + tokens[at += 2].Value;
            while (at + 2 < tokens.Count && tokens[at + 1].Is("+") && tokens[at + 2].IsText) value += tokens[at += 2].Value;
            if (!value.Contains("..", StringComparison.Ordinal) || value.Contains("://", StringComparison.Ordinal)) continue;
            var relative = value.Replace("<rootDir>", ".", StringComparison.Ordinal).TrimStart('/');
            if (RepositoryPath.Resolve(file.Folder, RepositoryPath.WithoutPattern(relative)) is { } path) yield return (value, path, tokens[first].Offset);
        }
    }

    [GeneratedRegex("""\A(?:package\.json|[tj]sconfig.*\.json|angular\.json|project\.json|nx\.json|jest\.config\.json|babel\.config\.json|\.babelrc|\.swcrc|\.parcelrc|components\.json|deno\.jsonc?|lerna\.json|turbo\.json)\z""", RegexOptions.CultureInvariant)]
    private static partial Regex JsonNamed { get; }

    [GeneratedRegex("""\A(?:(?:vite|vitest|webpack|jest|rollup|next|nuxt|vue|svelte|astro|metro|babel|craco|rspack|rsbuild|esbuild|playwright|codegen|orval|openapi-ts|kubb|graphql|tsup|rolldown|tailwind|postcss|snowpack|remix|gatsby-.*)[\w.-]*\.(?:[cm]?[jt]s)|\.storybook.*|(?:karma|gulpfile)[\w.-]*\.[cm]?js|esbuild\.[cm]?js)\z""", RegexOptions.CultureInvariant)]
    private static partial Regex ScriptNamed { get; }
}
