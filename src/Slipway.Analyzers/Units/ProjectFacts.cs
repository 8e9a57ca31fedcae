using Microsoft.CodeAnalysis.Text;

namespace Slipway.Analyzers.Units;

/// <summary>
/// What the targets saw of one project: MSBuild gathers, the rules judge. A first line <c>slipway.facts 1</c>, then lines of values with tabs
/// between them.
/// </summary>
internal sealed class ProjectFacts
{
    public const string FirstLine = "slipway.facts 1";

    private readonly ILookup<string, string[]> _lines;

    private ProjectFacts(ILookup<string, string[]> lines) => _lines = lines;

    /// <summary>The platform's root, absolute.</summary>
    public string Root => One("root");

    /// <summary>The project file, absolute.</summary>
    public string Project => One("project");

    /// <summary>The unit, told by the project's place; <c>outside/…</c> beside the units.</summary>
    public UnitIdentity? Unit => UnitIdentity.From(One("unit"));

    public bool IsTest => string.Equals(One("test"), "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a map decides where units lie, and not the convention.</summary>
    public bool HasMaps => One("maps") is "given";

    /// <summary>The names of the assemblies below the unit's folder.</summary>
    public IEnumerable<string> Assemblies => _lines["assembly"].Select(values => values[0]).Where(name => name.Length > 0);

    /// <summary>Folders that tools write to.</summary>
    public IEnumerable<string> Scratch => _lines["scratch"].Select(values => values[0]).Where(folder => folder.Length > 0);

    /// <summary>Assemblies that were built here, with the projects that they were built from.</summary>
    public IEnumerable<BuiltReference> References => _lines["reference"].Where(values => values.Length > 1)
        .Select(values => new BuiltReference(values[0], values[1], UnitAt(values[1], values.Length > 2 ? values[2] : "")));

    /// <summary>Items of the project that lie outside its folder.</summary>
    public IEnumerable<FarItem> Items => _lines["item"].Where(values => values.Length > 1)
        .Select(values => new FarItem(values[0], values[1], UnitAt(values[1], values.Length > 2 ? values[2] : "")));

    /// <returns>Null where the text is none of ours.</returns>
    public static ProjectFacts? Read(SourceText text)
    {
        if (text.Lines[0].ToString().Trim() != FirstLine) return null;
        var facts = new ProjectFacts(text.Lines.Skip(1).Select(line => line.ToString().TrimEnd('\r').Split('\t')).ToLookup(
            parts => parts[0],
            parts => parts.Skip(1).DefaultIfEmpty("").ToArray()));
        return facts.Project.Length == 0 ? null : facts;
    }

    /// <param name="path">Absolute.</param>
    /// <param name="told">What a map said of that place; empty where no map did.</param>
    public UnitIdentity? UnitAt(string path, string told = "") =>
        UnitIdentity.From(told) ?? (HasMaps ? null : FilePath.Below(path, Root) is { } relative ? Convention.UnitAt(relative) : null);

    private string One(string key) => _lines[key].FirstOrDefault()?[0] ?? "";
}
