using System.Collections.Concurrent;
using System.Collections.Immutable;
using Slipway.Machine.Files;
using Slipway.Model.Units;

namespace Slipway.Workspace.Fingerprints;

/// <summary>
/// What projects read that git does not list, because it lies outside of the platform or is ignored (<c>Shop.csproj.user</c>), by its content;
/// and what they ask for there, by its being there; and the response files that MSBuild reads unasked. An SDK's and a package's files are told by their versions.
/// </summary>
/// <param name="root">The platform's root, absolute.</param>
/// <param name="listed">What git lists today.</param>
internal sealed class UnlistedInputs(string root, ImmutableSortedDictionary<string, InputFile> listed)
{
    private const string ResponseFile = "Directory.Build.rsp";

    private readonly ConcurrentDictionary<string, Input?> _read = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Input?> _found = new(StringComparer.Ordinal);

    /// <summary>Each name once.</summary>
    public IEnumerable<Input> Of(Unit unit)
    {
        var read = Unlisted(unit.Projects.SelectMany(project => project.Imports.Concat(project.Inputs).Concat(project.Outside)).Concat(ResponseFiles(unit))).Select(path => _read.GetOrAdd(path, Read));
        var found = Unlisted(unit.Projects.SelectMany(project => project.Asked)).Select(path => _found.GetOrAdd(path, Found));
        return read.Concat(found).OfType<Input>().DistinctBy(input => input.Name);
    }

    /// <summary>Whether git lists every response file that MSBuild reads.</summary>
    public bool AreSeen(Unit unit) => Unlisted(ResponseFiles(unit)).All(path => _read.GetOrAdd(path, Read) is null);

    /// <summary>A word for the file's content; null where there is no file.</summary>
    public static string? ContentOf(string path)
    {
        if (!File.Exists(path)) return null;
        try
        {
            return FileDigest.OfFile(path).ToString();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return "cannot be read";
        }
    }

    // The nearest one alone is read. What else tools look for upwards an evaluation finds.
    private static IEnumerable<string> ResponseFiles(Unit unit) => unit.Projects.Where(project => project.Toolchain == Toolchain.DotNet)
        .SelectMany(project => SharedInputs.FoldersAbove(project.Path)).Select(folder => folder.Length == 0 ? ResponseFile : $"{folder}/{ResponseFile}");

    private IEnumerable<string> Unlisted(IEnumerable<string> paths) => paths.Distinct(StringComparer.Ordinal).Where(path => !listed.ContainsKey(path));

    private Input? Read(string path) => ContentOf(Path.Combine(root, path)) is { } content ? new(path, content) : null;

    // What MSBuild could have loaded it need not have asked for when it was there, and always has when it was not.
    private Input? Found(string path) => (Path.Exists(Path.Combine(root, path)), ResolutionFiles.AreMSBuild(path)) switch
    {
        (true, false) => new(path, "there"),
        (false, true) => new(path, "not there"),
        _ => null,
    };
}
