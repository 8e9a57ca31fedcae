using System.Xml;

namespace Slipway.Boundaries.References;

/// <summary>Reads an MSBuild project as the text it is: conditions do not hide a reference from whoever has to mend it.</summary>
internal static class ProjectXml
{
    /// <param name="path">The project file.</param>
    /// <param name="projects">File names of the projects that are looked for, such as <c>Catalog.csproj</c>.</param>
    /// <returns>The place of the value of <c>Include</c>, counted from 1; null when no reference in this file names one of them.</returns>
    public static (int Line, int Column)? Find(string path, IEnumerable<string> projects)
    {
        var wanted = projects.ToHashSet(StringComparer.OrdinalIgnoreCase);
        try
        {
            using var file = File.OpenRead(path);
            using var reader = XmlReader.Create(file, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
            while (reader.Read())
            {
                if (reader.NodeType != XmlNodeType.Element || reader.LocalName != "ProjectReference") continue;
                if (!reader.MoveToAttribute("Include")) continue;
                var names = reader.Value.Split(';').Select(include => include.Trim().Replace('\\', '/')).Select(include => include[(include.LastIndexOf('/') + 1)..]);
                if (!names.Any(wanted.Contains)) continue;
                var position = (IXmlLineInfo)reader;
                return (position.LineNumber, position.LinePosition + "Include=\"".Length);
            }
        }
        catch (Exception problem) when (problem is XmlException or IOException or UnauthorizedAccessException)
        {
            // The finding stands without its line; who reads projects reports those that cannot be read.
        }
        return null;
    }
}
