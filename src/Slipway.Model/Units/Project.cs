using System.Collections.Immutable;

namespace Slipway.Model.Units;

/// <summary>One project file: a <c>*.csproj</c> or a <c>package.json</c>.</summary>
public sealed record Project
{
    /// <summary>The file, relative to the platform's root, with forward slashes.</summary>
    public required string Path { get; init; }

    public required Toolchain Toolchain { get; init; }

    public required ProjectRole Role { get; init; }

    /// <summary>The assembly's or npm package's name.</summary>
    public required string Name { get; init; }

    /// <summary>Target framework of a .NET project (the newest, if it has several); null for Node.</summary>
    public string? TargetFramework { get; init; }

    /// <summary>Projects of this platform that it references directly, as <see cref="Path"/>s, ordinal order.</summary>
    public ImmutableArray<string> References { get; init; } = [];

    /// <summary>Identities of the packages that it asks for directly, ordinal order.</summary>
    public ImmutableArray<string> Packages { get; init; } = [];

    /// <summary>Those of <see cref="Packages"/> whose version the platform's central file decides, and not the project itself.</summary>
    public ImmutableArray<string> CentralPackages { get; init; } = [];

    /// <summary>Whether the central file also decides the version of packages that others bring along.</summary>
    public bool PinsTransitively { get; init; }

    /// <summary>
    /// Files that MSBuild reads as parts of it, or for their text (<c>[System.IO.File]::ReadAllText</c>) where its files name them, but no SDK's and
    /// no package's, relative to the platform's root, ordinal order: <c>../shared.props</c> for one outside of the repository.
    /// </summary>
    public ImmutableArray<string> Imports { get; init; } = [];

    /// <summary>
    /// Files outside its folder that its evaluation reads or finds, relative to the platform's root, ordinal order: imported props and targets,
    /// linked sources; and those in its folder that git ignores. Only those within the repository.
    /// </summary>
    public ImmutableArray<string> Inputs { get; init; } = [];

    /// <summary>Files outside of the repository that it takes in as items, relative to the platform's root: there or not.</summary>
    public ImmutableArray<string> Outside { get; init; } = [];

    /// <summary>
    /// Where beside its folder its evaluation looked for files by a pattern, relative to the platform's root, ordinal order: <c>shared/*.json</c>,
    /// and <c>shared/**</c> where it would have gone on into folders that are not there.
    /// </summary>
    public ImmutableArray<string> Searches { get; init; } = [];

    /// <summary>Paths that its evaluation asked for (<c>Exists</c>) and git need not tell of, relative to the platform's root: there or not.</summary>
    public ImmutableArray<string> Asked { get; init; } = [];

    /// <summary>
    /// Folders where its evaluation imports whatever is named after it (<c>obj/Shop.csproj.*.props</c>), relative to the platform's root: there
    /// or not. NuGet writes there.
    /// </summary>
    public ImmutableArray<string> Extensions { get; init; } = [];

    /// <summary>Whether its files look at others in a way that nobody sees (<c>[System.IO.File]::Exists</c>), so that each of the repository counts.</summary>
    public bool IsBlind { get; init; }

    /// <summary>
    /// Names that its files use and that could be environment variables, ordinal order: where one is set, its value is an input too. Case does
    /// not tell them apart.
    /// </summary>
    public ImmutableArray<string> Variables { get; init; } = [];

    /// <summary>
    /// The <c>packages.lock.json</c> of a .NET project, relative to the platform's root, whether or not it lies there yet; null where
    /// the project keeps none, and for Node.
    /// </summary>
    public string? LockFile { get; init; }

    /// <summary>Whether the unit's <c>exposes</c> opens it to other units.</summary>
    public bool IsExposed { get; init; }

    /// <summary>The server that renders the pages of an app of Node; null for one whose pages are files, and elsewhere.</summary>
    public NodeServer? Server { get; init; }

    /// <summary>Why an <see cref="ProjectRole.Unreadable"/> project could not be read.</summary>
    public string? Unreadable { get; init; }

    /// <summary>The project's folder, relative to the platform's root; empty at the root itself.</summary>
    public string Folder => Path.LastIndexOf('/') is var slash and >= 0 ? Path[..slash] : "";
}
