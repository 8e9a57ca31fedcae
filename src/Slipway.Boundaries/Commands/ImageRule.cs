using System.Text.RegularExpressions;
using Slipway.Boundaries.Inventory;
using Slipway.Model.Stages;
using Slipway.Model.Units;

namespace Slipway.Boundaries.Commands;

/// <summary>A recipe of an image that builds on another unit's image, or copies out of it.</summary>
internal sealed partial class ImageRule : IUnitRule
{
    public IEnumerable<Finding> Check(UnitInventory unit)
    {
        foreach (var file in unit.Files.Where(file => !file.IsLink && Recipe.IsMatch(file.Name)))
        {
            if (unit.Text(file.Path) is not { } text) continue;
            var stages = Stage.Matches(text).Select(stage => stage.Groups["name"].Value).ToHashSet(StringComparer.OrdinalIgnoreCase);
            var defaults = Argument.Matches(text).ToLookup(argument => argument.Groups["name"].Value, argument => argument.Groups["value"].Value, StringComparer.Ordinal);
            foreach (Match image in Image.Matches(text))
            {
                // FROM $BASE is what ARG BASE=… says where nobody says otherwise.
                var name = Variable.Replace(image.Groups["image"].Value, variable => defaults[variable.Groups["name"].Value].FirstOrDefault() ?? variable.Value);
                if (stages.Contains(name) || Owner(unit, name) is not { } owner) continue;
                var (line, column) = TextPlace.Of(text, image.Groups["image"].Index);
                yield return Found.At(
                    RuleIds.ForeignFile, file.Path, line, column, $"'{unit.Unit.Id}' is put together out of '{name}', which is the image of '{owner.Id}'", $"Use the SDK package of '{owner.Name}', or move what both need into a package.");
            }
        }
    }

    // registry/team/billing:1.2@sha256:…: the last part, without its tag.
    private static Unit? Owner(UnitInventory unit, string image)
    {
        var name = image.Split('@')[0].Split('/')[^1].Split(':')[0];
        return unit.Map.Services.FirstOrDefault(other => other.Id != unit.Unit.Id && other.Name.Lower.Equals(name, StringComparison.OrdinalIgnoreCase) && !unit.Permissions.IsOpen(unit.Unit, other));
    }

    [GeneratedRegex("""(?:\.dockerfile\z|\A(?:Dockerfile|Containerfile)[\w.-]*\z)""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Recipe { get; }

    [GeneratedRegex("""^[ \t]*FROM[ \t]+(?:--\S+[ \t]+)*\S+[ \t]+AS[ \t]+(?<name>\S+)""", RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Stage { get; }

    [GeneratedRegex("""^[ \t]*ARG[ \t]+(?<name>\w+)=["']?(?<value>[^\s"']+)""", RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Argument { get; }

    [GeneratedRegex("""\$(?:(?<name>\w+)|\{(?<name>\w+)\})""", RegexOptions.CultureInvariant)]
    private static partial Regex Variable { get; }

    [GeneratedRegex("""^[ \t]*(?:FROM[ \t]+(?:--\S+[ \t]+)*|(?:COPY|ADD|RUN)[ \t][^\r\n]*?(?:--|,)from=)(?<image>[^\s,]+)""", RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Image { get; }
}
