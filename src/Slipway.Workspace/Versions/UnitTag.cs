using System.Globalization;
using System.Text.RegularExpressions;
using Slipway.Machine.Git;
using Slipway.Model.Units;

namespace Slipway.Workspace.Versions;

/// <summary>A tag that names a unit's version: <c>catalog/v1.4.2</c>.</summary>
internal sealed partial record UnitTag(UnitName Unit, Version Version, string Commit)
{
    public static UnitTag? From(GitTag tag)
    {
        var match = Pattern.Match(tag.Name);
        if (!match.Success || !UnitName.TryParse(match.Groups["unit"].Value, out var unit)) return null;
        int Part(string name) => int.Parse(match.Groups[name].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
        return new(unit, new(Part("major"), Part("minor"), Part("patch")), tag.Commit);
    }

    [GeneratedRegex(@"\A(?<unit>[^/]+)/v(?<major>0|[1-9]\d{0,8})\.(?<minor>0|[1-9]\d{0,8})\.(?<patch>0|[1-9]\d{0,8})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern { get; }
}
