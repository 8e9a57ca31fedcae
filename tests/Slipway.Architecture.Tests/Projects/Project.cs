using System.Xml.Linq;

namespace Slipway.Architecture.Tests.Projects;

/// <summary>One project file of build, src or tests, as written.</summary>
internal sealed class Project
{
    private readonly XDocument _document;

    private Project(string path)
    {
        Path = path;
        _document = XDocument.Parse(Repository.Read(path));
    }

    public static IReadOnlyList<Project> All { get; } =
    [
        .. Repository.Files
            .Where(file => Repository.IsOwn(file) && file.EndsWith(".csproj", StringComparison.Ordinal))
            .Select(file => new Project(file)),
    ];

    /// <summary>The libraries of the product, without the stand-ins.</summary>
    public static IReadOnlyList<Project> Libraries { get; } =
        [.. All.Where(project => project.Path.StartsWith("src/", StringComparison.Ordinal) && !project.IsStandIn)];

    public string Path { get; }

    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    public string Folder => Path[..Path.LastIndexOf('/')];

    public bool IsStandIn => Path.StartsWith("src/Upstream/", StringComparison.Ordinal);

    /// <summary>The names of the projects that it references by path.</summary>
    public IReadOnlyList<string> References => [.. Included("ProjectReference").Select(System.IO.Path.GetFileNameWithoutExtension).OfType<string>()];

    /// <summary>The packages that it references, stand-ins among them.</summary>
    public IReadOnlyList<string> Packages => [.. Included("PackageReference"), .. Included("UpstreamReference")];

    public IReadOnlyList<string> Code => [.. Repository.OwnCode.Where(file => file.StartsWith(Folder + "/", StringComparison.Ordinal))];

    public string? Property(string name) => _document.Descendants(name).LastOrDefault()?.Value;

    private IEnumerable<string> Included(string item) =>
        _document.Descendants(item).Attributes("Include").SelectMany(include => include.Value.Replace('\\', '/').Split(';'));
}
