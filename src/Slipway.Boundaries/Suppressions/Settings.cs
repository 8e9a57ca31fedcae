using System.Xml.Linq;
using Slipway.Boundaries.Inventory;
using Slipway.Boundaries.Projects;

namespace Slipway.Boundaries.Suppressions;

/// <summary>Every way in which a unit's project files set a property or add to an item: as elements, by a task's output, for another project's build.</summary>
internal sealed class Settings(UnitInventory unit)
{
    private static readonly string[] Passed = ["Properties", "AdditionalProperties", "SetConfiguration", "SetPlatform", "SetTargetFramework"];

    private readonly PathValue _values = new(unit.Map, unit.Unit.Root, unit.Projects.Files.Select(file => file.File));

    /// <summary>What a text may come to be, its properties replaced by what the unit's files say of them.</summary>
    public IEnumerable<string> Texts(string value, ProjectFile file) => _values.Texts(value, file).Select(text => text.Trim());

    public IEnumerable<Setting> Properties(ProjectFile file) => file.Elements.SelectMany(element => PropertiesOf(element, file));

    public IEnumerable<Setting> PropertiesOf(XElement element, ProjectFile file) =>
        ProjectFile.IsProperty(element) ? [new(element, element.Name.LocalName, element.Value.Trim())]
        : ProjectFile.Is(element, "Output") ? Outputs(element, "PropertyName", file)
        : PassedOn(element, file);

    public IEnumerable<Setting> ItemsOf(XElement element, ProjectFile file) =>
        ProjectFile.Is(element.Parent, "ItemGroup") ? [new(element, element.Name.LocalName, "")]
        : ProjectFile.Is(element, "Output") ? Outputs(element, "ItemName", file)
        : [];

    private IEnumerable<Setting> Outputs(XElement output, string kind, ProjectFile file) =>
        output.Attribute(kind) is { } attribute
            ? Texts(attribute.Value, file).Select(name => new Setting(attribute, name, string.Join(';', output.Parent!.Attributes().Select(given => given.Value.Trim()))))
            : [];

    private IEnumerable<Setting> PassedOn(XElement element, ProjectFile file)
    {
        var given = element.Attributes().Where(attribute => Passed.Contains(attribute.Name.LocalName, StringComparer.OrdinalIgnoreCase)).Select(attribute => ((XObject)attribute, attribute.Value));
        if (ProjectFile.Is(element, Passed) && !element.HasElements) given = given.Append((element, element.Value));
        return
            from one in given
            from text in Texts(one.Value, file)
            let at = text.IndexOf('=', StringComparison.Ordinal)
            where at > 0
            select new Setting(one.Item1, text[..at].Trim(), text[(at + 1)..].Trim());
    }
}
