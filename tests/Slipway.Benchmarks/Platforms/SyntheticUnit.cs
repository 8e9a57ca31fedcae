namespace Slipway.Benchmarks.Platforms;

internal enum SyntheticKind
{
    /// <summary>A service that answers over HTTP.</summary>
    Web,

    /// <summary>A service that is a plain program: compiled and tested like a class library, and it has something to ship.</summary>
    Program,

    /// <summary>A shared package.</summary>
    Package,
}

/// <summary>One unit of a synthetic platform.</summary>
/// <param name="Name"><c>Svc0001</c> or <c>Pkg01</c>: the name of its project and namespace too.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Uses">The shared package that it uses, if any.</param>
internal sealed record SyntheticUnit(string Name, SyntheticKind Kind, string? Uses = null)
{
    public string Id => Name.ToLowerInvariant();

    /// <summary>Relative to the platform's root.</summary>
    public string Folder => FolderOf(Name, Kind);

    public string Project => $"{Folder}/src/{Name}/{Name}.csproj";

    public string TestProject => $"{Folder}/tests/{Name}.Tests/{Name}.Tests.csproj";

    /// <summary>The source file that a scenario changes one line of.</summary>
    public string Source => $"{Folder}/src/{Name}/Ledger.cs";

    /// <summary>The test program, where a Release build leaves it.</summary>
    public string TestProgram => $"{Folder}/tests/{Name}.Tests/bin/Release/net10.0/{Name}.Tests.dll";

    private static string FolderOf(string name, SyntheticKind kind) =>
        $"{(kind == SyntheticKind.Package ? "packages" : "services")}/{name.ToLowerInvariant()}";
}
