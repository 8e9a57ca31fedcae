using System.Xml;
using System.Xml.Linq;

namespace Slipway.Boundaries.Projects;

/// <summary>An MSBuild file as the text it is: every branch of every condition, which no evaluation shows.</summary>
internal sealed class ProjectFile
{
    private ProjectFile(string path, XElement root) => (Path, Root) = (path, root);

    public string Path { get; }

    public XElement Root { get; }

    public string Folder => Path.LastIndexOf('/') is var slash and >= 0 ? Path[..slash] : "";

    /// <summary>Every element, in the order of the file.</summary>
    public IEnumerable<XElement> Elements => Root.DescendantsAndSelf();

    /// <summary>Properties of all branches, by name; case does not tell them apart.</summary>
    public IEnumerable<(string Name, string Value)> Properties =>
        Root.Descendants().Where(IsProperty).Select(element => (element.Name.LocalName, element.Value.Trim()));

    /// <summary>Whether it has one of the names: to MSBuild, case does not tell items, metadata, properties and tasks apart.</summary>
    public static bool Is(XElement? element, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (element?.Name.LocalName.Equals(name, StringComparison.OrdinalIgnoreCase) == true) return true;
        }
        return false;
    }

    public static bool IsProperty(XElement element) => Is(element.Parent, "PropertyGroup");

    public static bool IsOne(string path) =>
        System.IO.Path.GetExtension(path).ToLowerInvariant() is ".csproj" or ".fsproj" or ".vbproj" or ".props" or ".targets" or ".projitems" or ".shproj" or ".proj" or ".sqlproj" or ".esproj" or ".wixproj" or ".dcproj" or ".msbuildproj" or ".tasks" or ".overridetasks"
        || path.EndsWith("proj.user", StringComparison.OrdinalIgnoreCase);

    /// <summary>Null where the text is not XML; <paramref name="fault"/> then says why.</summary>
    public static ProjectFile? Parse(string path, string text, out XmlException? fault)
    {
        fault = null;
        try
        {
            using var reader = XmlReader.Create(new StringReader(text), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
            return new(path, XDocument.Load(reader, LoadOptions.SetLineInfo).Root!);
        }
        catch (XmlException problem)
        {
            fault = problem;
            return null;
        }
    }

    public static (int Line, int Column) PlaceOf(XObject node)
    {
        var info = (IXmlLineInfo)node;
        // Of an attribute its value counts, of an element its name.
        return (info.LineNumber, node is XAttribute attribute ? info.LinePosition + attribute.Name.LocalName.Length + 2 : info.LinePosition);
    }
}
