using System.Collections.Immutable;

namespace Slipway.Workspace.DotNet;

/// <summary>What MSBuild's evaluation of one project file says, all its target frameworks together.</summary>
internal sealed record EvaluatedProject
{
    /// <summary>Absolute.</summary>
    public required string File { get; init; }

    public string? AssemblyName { get; init; }

    /// <summary>The newest of its target frameworks.</summary>
    public string? TargetFramework { get; init; }

    public string? OutputType { get; init; }

    /// <summary>The property's own word, null where the project does not say.</summary>
    public bool? IsTestProject { get; init; }

    /// <summary>Whether it is built with the web or the worker SDK: a program that runs as a service.</summary>
    public bool IsHosted { get; init; }

    /// <summary>The property <c>SlipwayTests</c>: <c>unit</c> or <c>integration</c>.</summary>
    public string? Tests { get; init; }

    /// <summary>Absolute files of the projects that it references directly.</summary>
    public ImmutableArray<string> References { get; init; } = [];

    public ImmutableArray<string> Packages { get; init; } = [];

    /// <summary>Those of <see cref="Packages"/> that name no version of their own.</summary>
    public ImmutableArray<string> CentralPackages { get; init; } = [];

    /// <summary>The property <c>CentralPackageTransitivePinningEnabled</c>.</summary>
    public bool PinsTransitively { get; init; }

    /// <summary>Absolute files that it imports, or whose text it takes in; once it has been looked at, no SDK's and no package's.</summary>
    public ImmutableArray<string> Imports { get; init; } = [];

    /// <summary>Absolute files that it takes in as items, outside its folder or ignored by git, and those that it names for the compiler; once it has been looked at, no SDK's and no package's.</summary>
    public ImmutableArray<string> Linked { get; init; } = [];

    /// <summary>
    /// Absolute folders outside its own where it looked for files by a pattern, and the pattern, with a slash between; <c>**</c> for folders
    /// that it lists or misses. Those of the repository alone.
    /// </summary>
    public ImmutableArray<string> Searches { get; init; } = [];

    /// <summary>
    /// Absolute paths that it asked for, whether or not anything lies there, as far as that is not told by its imports or by what git lists. MSBuild
    /// says unasked that a file is there which it has loaded: of its own kind of files those alone are surely among these that are missing.
    /// </summary>
    public ImmutableArray<string> Asked { get; init; } = [];

    /// <summary>Absolute folders where it imports whatever is named after it.</summary>
    public ImmutableArray<string> Extensions { get; init; } = [];

    /// <summary>Whether its files look at the machine in a way that nobody sees.</summary>
    public bool IsBlind { get; init; }

    /// <summary>Names that its files of the repository use and that could be environment variables.</summary>
    public ImmutableArray<string> Variables { get; init; } = [];

    /// <summary>Absolute; null where NuGet keeps no lock file of it.</summary>
    public string? LockFile { get; init; }

    /// <summary>Why it could not be evaluated, in one line.</summary>
    public string? Unreadable { get; init; }
}
