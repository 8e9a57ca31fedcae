using System.Collections.Immutable;
using System.Xml.Linq;

namespace Slipway.Workspace.Fingerprints;

/// <summary>
/// A <c>Directory.Packages.props</c>, taken apart: the version of each package, and everything else. A project reads the versions of its
/// own packages only, so that a bump of one package changes nobody who does not use it.
/// </summary>
/// <param name="Versions">By package id, ignoring case.</param>
/// <param name="Rest">The file without those versions, comments and layout.</param>
internal sealed record CentralVersions(ImmutableDictionary<string, string> Versions, string Rest)
{
    public const string FileName = "Directory.Packages.props";

    /// <summary>Null where a version depends on more than its own element: on a condition, on another element.</summary>
    public static CentralVersions? Read(string text)
    {
        var document = XDocument.Parse(text);
        document.DescendantNodes().OfType<XComment>().Remove();
        var elements = document.Descendants().Where(element => element.Name.LocalName == "PackageVersion").ToArray();
        var versions = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var element in elements)
        {
            if (element.Attribute("Include")?.Value is not { } id || element.Attribute("Version")?.Value is not { } version) return null;
            if (element.Attributes().Count() != 2 || element.HasElements || id.AsSpan().ContainsAny(";*$@%")) return null;
            if (element.Ancestors().Any(ancestor => ancestor.Attribute("Condition") is not null || ancestor.Name.LocalName is "Choose" or "Target")) return null;
            if (!versions.TryAdd(id, version)) return null;
        }
        foreach (var element in elements) element.Remove();
        return new(versions.ToImmutable(), document.ToString(SaveOptions.DisableFormatting));
    }
}
