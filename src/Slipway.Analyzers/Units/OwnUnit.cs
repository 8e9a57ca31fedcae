using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Slipway.Analyzers.Units;

/// <summary>The unit that is being compiled, as the targets and the map tell it.</summary>
internal sealed class OwnUnit
{
    private readonly HashSet<UnitIdentity> _allowed;

    private OwnUnit(UnitIdentity identity, ProjectFacts facts, UnitMap? map)
    {
        Identity = identity;
        Facts = facts;
        Map = map;
        _allowed = [.. map?.Allowed ?? []];
        Assemblies = new(map?.Assemblies ?? facts.Assemblies, StringComparer.OrdinalIgnoreCase);
    }

    public UnitIdentity Identity { get; }

    public ProjectFacts Facts { get; }

    /// <summary>Null where no pipeline has written it: then only what needs no map is judged.</summary>
    public UnitMap? Map { get; }

    /// <summary>The names of the unit's own assemblies.</summary>
    public HashSet<string> Assemblies { get; }

    /// <summary>Null for code beside the units, and where the compiler was told nothing it can read: SLW9004 speaks of that.</summary>
    public static OwnUnit? Of(AnalyzerOptions options, CancellationToken cancellation)
    {
        var facts = Text(options, "SlipwayFacts", cancellation) is { } text ? ProjectFacts.Read(text) : null;
        if (facts?.Unit is not { IsOutside: false } unit) return null;
        var map = Text(options, "SlipwayMap", cancellation) is { } written ? UnitMap.Read(written, out _) : null;
        return new(unit, facts, map);
    }

    /// <summary>The text of the additional file whose path a property tells, or null.</summary>
    public static SourceText? Text(AnalyzerOptions options, string property, CancellationToken cancellation) =>
        PathOf(options, property) is { } path ? options.AdditionalFiles.FirstOrDefault(file => file.Path == path)?.GetText(cancellation) : null;

    /// <summary>The path that a property of the build tells, or null.</summary>
    public static string? PathOf(AnalyzerOptions options, string property) =>
        options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue("build_property." + property, out var path) && path.Length > 0 ? path : null;

    public bool Allows(UnitIdentity other) => _allowed.Contains(other);

    public bool Owns(string path)
    {
        if (FilePath.Below(path, Facts.Root) is not { } relative) return false;
        return Map is { } map ? map.Folders.Any(folder => FilePath.Below("/" + relative, "/" + folder) is not null) : Identity.Equals(Facts.UnitAt(path));
    }

    /// <summary>Whether a word is this unit's name, whatever its case and however its parts are joined.</summary>
    public bool IsNamed(string word) => string.Equals(Bare(word), Bare(Identity.Name), StringComparison.OrdinalIgnoreCase);

    /// <summary>The word without what joins its parts: <c>catalog-sdk</c> and <c>Catalog.Sdk</c> are one name.</summary>
    public static string Bare(string word) => string.Concat(word.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
