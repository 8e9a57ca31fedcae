using System.Collections.Immutable;
using System.Text.Json;
using Slipway.Evidence.Sboms;
using Slipway.Pipeline.Stages.Node;

namespace Slipway.Pipeline.Stages.Package.Sboms;

/// <summary>The packages in a unit's reach, out of <c>package-lock.json</c>. What only tools of the build reach was used and is not shipped.</summary>
internal sealed class NpmComponents
{
    private static readonly string[] Shipping = ["dependencies", "optionalDependencies", "peerDependencies"];
    private static readonly string[] Building = ["devDependencies"];

    private readonly Dictionary<string, JsonElement> _packages;

    private NpmComponents(JsonElement packages) =>
        _packages = packages.EnumerateObject().ToDictionary(package => package.Name, package => package.Value, StringComparer.Ordinal);

    /// <returns>Everything in reach, and what the unit asks for directly.</returns>
    public static (ImmutableArray<SbomComponent> Components, ImmutableArray<string> Direct) Of(StageContext context)
    {
        if (NodeLockFile.FolderOf(context) is not { } folder) return ([], []);
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, NodeLockFile.Name)));
        if (!document.RootElement.TryGetProperty("packages", out var packages)) return ([], []);
        var member = Path.GetRelativePath(folder, context.Folder).Replace('\\', '/');
        return new NpmComponents(packages).From(member is "." ? "" : member);
    }

    private (ImmutableArray<SbomComponent> Components, ImmutableArray<string> Direct) From(string member)
    {
        if (!_packages.ContainsKey(member)) return ([], []);
        var direct = Needed(member, Shipping).ToList();
        var tools = Needed(member, Building).Concat(member.Length == 0 ? [] : Needed("", [.. Shipping, .. Building])).ToList();
        var shipped = Reach(direct);
        var all = Reach([.. direct, .. tools]);
        all.Remove(member);
        var merged = new MergedComponents().Add(all.Select(place => Component(place, !shipped.Contains(place))));
        return (merged.ToImmutable(), [.. direct.Concat(tools).Where(all.Contains).Select(ReferenceOf).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);
    }

    private HashSet<string> Reach(IEnumerable<string> from)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var pending = new Stack<string>(from);
        while (pending.TryPop(out var place))
        {
            if (!reached.Add(place)) continue;
            foreach (var needed in Needed(place, Shipping)) pending.Push(needed);
        }
        return reached;
    }

    private SbomComponent Component(string place, bool excluded)
    {
        var package = _packages[place];
        var name = NameOf(place);
        var slash = name.IndexOf('/', StringComparison.Ordinal);
        var isOurs = !place.Contains("node_modules", StringComparison.Ordinal);
        return new()
        {
            Reference = ReferenceOf(place),
            Kind = "library",
            Group = slash < 0 ? null : name[..slash],
            Name = slash < 0 ? name : name[(slash + 1)..],
            Version = isOurs ? null : Text(package, "version"),
            Purl = isOurs ? null : ReferenceOf(place),
            Hashes = Hashes(Text(package, "integrity")),
            License = Text(package, "license") is { } license ? SpdxLicense.Of(license) : null,
            Excluded = excluded,
            Optional = package.TryGetProperty("optional", out var optional) && optional.ValueKind is JsonValueKind.True,
            Properties = isOurs ? ImmutableSortedDictionary<string, string>.Empty.Add(UnitSbom.UnitProperty, place) : ImmutableSortedDictionary<string, string>.Empty,
            DependsOn = [.. Needed(place, Shipping).Select(ReferenceOf)],
        };
    }

    private string ReferenceOf(string place) => place.Contains("node_modules", StringComparison.Ordinal)
        ? PackageUrl.Npm(NameOf(place), Text(_packages[place], "version") ?? "0.0.0")
        : SbomReference.Platform(place);

    private string NameOf(string place) => Text(_packages[place], "name") ?? place[(place.LastIndexOf("node_modules/", StringComparison.Ordinal) + "node_modules/".Length)..];

    // Where they were found; what was left out, such as a peer that nobody installs, is not there.
    private IEnumerable<string> Needed(string place, string[] kinds) => kinds
        .Where(kind => _packages[place].TryGetProperty(kind, out _))
        .SelectMany(kind => _packages[place].GetProperty(kind).EnumerateObject())
        .Select(dependency => Find(place, dependency.Name))
        .OfType<string>();

    // As Node looks: in the package's own folder, then in each folder above it. A link stands for the member that it leads to.
    private string? Find(string place, string name)
    {
        for (var folder = place; ; folder = folder[..Math.Max(0, folder.LastIndexOf('/'))])
        {
            var candidate = folder.Length == 0 ? $"node_modules/{name}" : $"{folder}/node_modules/{name}";
            if (_packages.TryGetValue(candidate, out var found)) return found.TryGetProperty("link", out _) ? Text(found, "resolved") : candidate;
            if (folder.Length == 0) return null;
        }
    }

    private static ImmutableSortedDictionary<string, string> Hashes(string? integrity) => (integrity ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select(hash => hash.Split('-', 2))
        .Where(hash => hash is ["sha1" or "sha256" or "sha384" or "sha512", _])
        .ToImmutableSortedDictionary(hash => $"SHA-{hash[0][3..]}", hash => Convert.ToHexStringLower(Convert.FromBase64String(hash[1].Split('?')[0])), StringComparer.Ordinal);

    private static string? Text(JsonElement package, string key) => package.TryGetProperty(key, out var text) && text.ValueKind is JsonValueKind.String ? text.GetString() : null;
}
