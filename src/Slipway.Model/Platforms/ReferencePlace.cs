using System.Text.RegularExpressions;
using System.Xml;
using Slipway.Model.Units;

namespace Slipway.Model.Platforms;

/// <summary>Finds where the text of a project file names another project, counted from 1.</summary>
public static class ReferencePlace
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    /// <param name="file">The file's name or path: a <c>package.json</c>, or an MSBuild project.</param>
    /// <param name="text">What stands in it.</param>
    /// <param name="targets">The projects that are looked for.</param>
    /// <returns>The place of the value of <c>Include</c>, or of the dependency's key; null when the text names none of them.</returns>
    public static (int Line, int Column)? Find(string file, string text, IReadOnlyCollection<Project> targets)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(targets);
        return file.EndsWith("package.json", StringComparison.Ordinal)
            ? InManifest(text, [.. targets.Select(target => target.Name)])
            : InProject(text, targets.Select(target => target.Path[(target.Path.LastIndexOf('/') + 1)..]).ToHashSet(StringComparer.OrdinalIgnoreCase));
    }

    // As the text it is: conditions do not hide a reference from whoever has to mend it.
    private static (int Line, int Column)? InProject(string text, HashSet<string> wanted)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(text), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
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
        catch (XmlException)
        {
            // Who reads projects reports those that cannot be read.
            return null;
        }
        return null;
    }

    private static (int Line, int Column)? InManifest(string text, string[] packages)
    {
        if (packages.Length == 0) return null;
        var key = new Regex($"\"(?:{string.Join('|', packages.Select(Regex.Escape))})\"(?=\\s*:)", RegexOptions.CultureInvariant, Limit);
        var lines = text.Split('\n');
        for (var number = 0; number < lines.Length; number++)
        {
            if (key.Match(lines[number]) is { Success: true } found) return (number + 1, found.Index + 1);
        }
        return null;
    }
}
