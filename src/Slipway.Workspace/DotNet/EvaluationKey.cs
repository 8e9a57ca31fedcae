using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;
using Slipway.Model;
using Slipway.Workspace.Discovery;
using Slipway.Workspace.Fingerprints;

namespace Slipway.Workspace.DotNet;

/// <summary>
/// What an evaluation depends on: the content of every file that it could import, the path of every file (a glob may find it), the
/// installed SDKs, and the variables that project files ask for by custom.
/// </summary>
internal sealed class EvaluationKey
{
    private static readonly string[] Variables = ["CI", "GITHUB_ACTIONS", "TF_BUILD", "GITLAB_CI", "NUGET_PACKAGES", "DOTNET_ROOT"];
    private readonly RepositoryTree _tree;
    private readonly ImmutableSortedDictionary<string, InputFile> _files;

    private EvaluationKey(RepositoryTree tree, ImmutableSortedDictionary<string, InputFile> files, Digest digest) =>
        (_tree, _files, Digest) = (tree, files, digest);

    public Digest Digest { get; }

    private static string DotNetRoot =>
        Path.GetFullPath(Path.Join(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..")) + Path.DirectorySeparatorChar;

    private static string PackagesFolder => (Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Join(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages")) + Path.DirectorySeparatorChar;

    public static async Task<EvaluationKey> ReadAsync(
        RepositoryTree tree, IReadOnlyList<string> paths, string configuration, CancellationToken cancel)
    {
        var files = await FileListing.NowAsync(tree.Root, cancel);
        var text = new StringBuilder("slipway evaluation 2\n")
            .Append(typeof(EvaluationKey).Module.ModuleVersionId).Append('\n')
            .Append(tree.Root).Append('\n')
            .Append(configuration).Append('\n')
            .AppendJoin('\n', Sdks()).Append('\n')
            .AppendJoin('\n', Variables.Select(name => $"{name}={Environment.GetEnvironmentVariable(name)}")).Append('\n')
            .AppendJoin('\n', paths).Append('\n');
        // Imported where it lies there, and seldom known to git.
        foreach (var own in paths.Select(path => path + ".user").Where(own => File.Exists(tree.Absolute(own)))) text.Append(own).Append('\n');
        foreach (var file in files.Values) text.Append(file.Path).Append('\0').Append(HasSay(file.Path) ? file.ContentId : "").Append('\n');
        return new(tree, files, Digest.Of(text.ToString()));
    }

    /// <summary>
    /// Whether the key holds everything that these evaluations depended on; what could not be read may be mended by the machine alone.
    /// </summary>
    public bool Covers(ImmutableArray<EvaluatedProject> evaluated) =>
        evaluated.All(project => project.Unreadable is null && project.Imports.All(IsCovered));

    /// <summary>Whether every file that projects link lies in the repository, an SDK or a package.</summary>
    public bool CoversLinks(ImmutableArray<EvaluatedProject> evaluated) => evaluated.SelectMany(project => project.Linked)
        .All(file => _tree.Relative(file) is { } path ? _files.ContainsKey(path) || !File.Exists(file) : IsInstalled(file) || !File.Exists(file));

    // An SDK's files and a package's never change under their version. What a restore writes is imported and says nothing here.
    private bool IsCovered(string import) => _tree.Relative(import) is { } path
        ? (HasSay(path) && _files.ContainsKey(path)) || Path.GetFileNameWithoutExtension(path).EndsWith(".nuget.g", StringComparison.Ordinal)
        : IsInstalled(import);

    private static bool IsInstalled(string file) =>
        file.StartsWith(DotNetRoot, StringComparison.Ordinal) || file.StartsWith(PackagesFolder, StringComparison.Ordinal);

    private static bool HasSay(string path) =>
        ResolutionFiles.AreMSBuild(path) || Path.GetFileName(path) == "global.json";

    private static IEnumerable<string> Sdks()
    {
        var folder = Path.Join(DotNetRoot, "sdk");
        return Directory.Exists(folder) ? Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal) : [];
    }
}
