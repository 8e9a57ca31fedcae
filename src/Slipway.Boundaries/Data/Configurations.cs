using System.Text.RegularExpressions;
using Slipway.Boundaries.Inventory;

namespace Slipway.Boundaries.Data;

/// <summary>The files that say where a program's database is.</summary>
internal static partial class Configurations
{
    private const int LargestFile = 1 << 18;

    public static bool IsOne(ListedFile file) => !file.IsLink && (Named.IsMatch(file.Name) || file.EndsWith(".yaml", ".yml", ".config", ".properties", ".toml", ".ini", ".tf", ".tfvars"))
        && file.Name is not ("unit.yaml" or "platform.yaml" or "package.json" or "pnpm-lock.yaml");

    public static IEnumerable<DatabaseUse> Of(UnitInventory unit) =>
        from file in unit.Files
        where IsOne(file) && unit.Text(file.Path) is { Length: < LargestFile }
        from use in ConnectionText.Find(file.Path, unit.Text(file.Path)!)
        select use;

    [GeneratedRegex("""\A(?:appsettings.*\.json|launchSettings\.json|secrets\.json|config.*\.json|.*settings\.json|\.env.*|.*\.env|.*[Cc]ompose.*\.ya?ml|Dockerfile.*)\z""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Named { get; }
}
