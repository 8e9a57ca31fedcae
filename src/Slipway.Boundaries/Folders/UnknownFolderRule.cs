using Slipway.Model.Platforms;
using Slipway.Model.Stages;

namespace Slipway.Boundaries.Folders;

/// <summary>A project outside of every unit: nobody could say whom it may use. Build programs, tests over several units and tools are known folders of the root.</summary>
internal static class UnknownFolderRule
{
    private static readonly string[] Known = ["build/", "tests/", "tools/"];

    public static IEnumerable<Finding> Check(Platform platform) =>
        from stray in platform.Strays
        where !Known.Any(folder => stray.StartsWith(folder, StringComparison.OrdinalIgnoreCase))
        select new Finding
        {
            Id = RuleIds.UnknownFolder,
            Severity = Severity.Error,
            Message = $"'{stray}' lies in no unit and in none of {string.Join(", ", Known)}, so no rule says whom it may use",
            File = stray,
            Mend = "Move it into a unit's folder, or let the layout of platform.yaml claim or exclude its folder.",
        };
}
