using System.Collections.Immutable;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace Slipway.Workspace.DotNet.Kept;

/// <summary>What the text of one project file or import may ask of the machine while it is evaluated. Conservative: what is not understood asks everything.</summary>
internal sealed partial record ProjectText
{
    private static readonly char[] Wildcards = ['*', '?'];

    /// <summary>Every name that could be an environment variable.</summary>
    public required ImmutableArray<string> Variables { get; init; }

    /// <summary>The same of what its targets and tasks say: no evaluation looks into them, and a build does.</summary>
    public ImmutableArray<string> BuildVariables { get; init; } = [];

    /// <summary>Whether it calls something that looks at files, or at anything else, unseen.</summary>
    public bool IsBlind { get; init; }

    /// <summary>
    /// Whether it asks for what may be another next time, and nobody sees: the time, chance, the times of files, and which items exist, for
    /// those may lie anywhere.
    /// </summary>
    public bool IsFleeting { get; init; }

    /// <summary>Whether it asks for the date, and no more of the time.</summary>
    public bool AsksDay { get; init; }

    /// <summary>Files whose text it takes in, as <see cref="LiteralReads.At"/> tells them.</summary>
    public ImmutableArray<string> Reads { get; init; } = [];

    /// <summary>Whether a condition asks if a file exists: MSBuild answers yes unseen for files that it has loaded.</summary>
    public bool AsksExistence { get; init; }

    /// <summary>
    /// Whether a file that comes into the project's own folder could change what the project refers to, imports or links from elsewhere:
    /// where items are made from items, and where references, imports or properties hold wildcards, or text that was read could become one.
    /// </summary>
    public bool IsCurious { get; init; }

    public static ProjectText Read(string file)
    {
        try
        {
            // By its name it would be taken for an address, and %41 for an A.
            using var stream = File.OpenRead(file);
            using var reader = XmlReader.Create(stream, new() { DtdProcessing = DtdProcessing.Ignore });
            return Of(XDocument.Load(reader), Path.GetDirectoryName(file)!);
        }
        catch (Exception failure) when (failure is XmlException or IOException or UnauthorizedAccessException)
        {
            return new() { Variables = [], IsBlind = true, AsksExistence = true, IsCurious = true };
        }
    }

    private static ProjectText Of(XDocument document, string folder)
    {
        // What targets do is done in a build; no evaluation looks into them.
        var all = document.Descendants().ToLookup(element => element.AncestorsAndSelf().Any(above => Is(above, "Target", "UsingTask")));
        var elements = all[false].ToList();
        var texts = elements.SelectMany(Texts).ToList();
        return new()
        {
            Variables = Names(texts),
            BuildVariables = Names(all[true].SelectMany(Texts)),
            IsBlind = texts.Exists(text => IsUnseen(text, folder)),
            IsFleeting = texts.Exists(IsOfTheMoment),
            AsksDay = texts.Exists(text => Day().IsMatch(text)),
            Reads = [.. texts.SelectMany(text => Function().Matches(text).Select(call => LiteralReads.At(text, call.Index, folder))).OfType<string>()],
            AsksExistence = texts.Exists(text => Existence().IsMatch(text)),
            IsCurious = texts.Exists(text => text.Contains("@(", StringComparison.Ordinal) || text.Contains("Unescape", StringComparison.OrdinalIgnoreCase)) || elements.Exists(HasWildcard),
        };
    }

    private static ImmutableArray<string> Names(IEnumerable<string> texts) =>
    [
        .. texts.SelectMany(text => Property().Matches(text).Concat(Variable().Matches(text))).Select(match => match.Groups["name"].Value)
            // What MSBuild itself sets is no variable.
            .Where(name => !name.StartsWith("MSBuild", StringComparison.OrdinalIgnoreCase))
            .Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase),
    ];

    private static IEnumerable<string> Texts(XElement element) =>
        element.Attributes().Select(attribute => attribute.Value).Concat(element.Nodes().OfType<XText>().Select(text => text.Value));

    private static bool IsUnseen(string text, string folder) => text.Contains("$(Registry:", StringComparison.OrdinalIgnoreCase)
        || Function().Matches(text).Any(call => !PropertyFunctions.AreSeen(call.Groups[1].Value, call.Groups[2].Value) && LiteralReads.At(text, call.Index, folder) is null)
        || EnvironmentCall().Count(text) != Variable().Count(text);

    private static bool IsOfTheMoment(string text) => ItemsThatExist().IsMatch(text) || TimeOfFile().IsMatch(text)
        || Function().Matches(text).Count(call => PropertyFunctions.IsOfTheMoment(call.Groups[2].Value)) != Day().Count(text);

    private static bool HasWildcard(XElement element) => Is(element, "ProjectReference", "PackageReference", "PackageVersion", "Import")
        ? element.Attributes().Any(attribute => attribute.Name.LocalName != "Condition" && attribute.Name.LocalName != "Version" && Holds(attribute.Value))
        : element.Parent is { } parent && Is(parent, "PropertyGroup") && Holds(element.Value);

    private static bool Holds(string text) => text.IndexOfAny(Wildcards) >= 0;

    // Element names of MSBuild count by case; a wrong guess here would only be careful.
    private static bool Is(XElement element, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (element.Name.LocalName.Equals(name, StringComparison.OrdinalIgnoreCase)) return true;
        }
        return false;
    }

    [GeneratedRegex(@"\$\(\s*(?<name>[A-Za-z_][A-Za-z0-9_-]*)")]
    private static partial Regex Property();

    [GeneratedRegex(@"GetEnvironmentVariable\(\s*(?<quote>[`'""]?)(?<name>[^`'""$@%()]+?)\k<quote>\s*\)", RegexOptions.IgnoreCase)]
    private static partial Regex Variable();

    [GeneratedRegex(@"GetEnvironmentVariable", RegexOptions.IgnoreCase)]
    private static partial Regex EnvironmentCall();

    [GeneratedRegex(@"\[\s*([^\]]+?)\s*\]\s*::\s*(\w+)")]
    private static partial Regex Function();

    [GeneratedRegex(@"::\s*(?:Today\b|(?:Utc)?Now\s*\.\s*(?:(?:Year|Month|Day|DayOfYear|DayOfWeek)\b|ToString\(\s*[`'""]?[yMd._/ -]+[`'""]?\s*\)))", RegexOptions.IgnoreCase)]
    private static partial Regex Day();

    [GeneratedRegex(@"\b(?:Modified|Created|Accessed)Time\b", RegexOptions.IgnoreCase)]
    private static partial Regex TimeOfFile();

    [GeneratedRegex(@"->\s*(Exists|DirectoryExists|FileExists)\s*\(", RegexOptions.IgnoreCase)]
    private static partial Regex ItemsThatExist();

    [GeneratedRegex(@"\bexists\s*\(", RegexOptions.IgnoreCase)]
    private static partial Regex Existence();
}
