using System.Collections.Immutable;
using Slipway.Machine.Files;
using Slipway.Model.Problems;
using Slipway.Pipeline.Stages.Package;
using Slipway.Pipeline.Stages.Tests;

namespace Slipway.Pipeline.Stages.Migrations;

/// <summary>
/// The integration tests that a release carries, as programs that can be run. Copies, since a test may write beside itself, and nothing in a
/// release may change; they are gone when it is disposed.
/// </summary>
internal sealed class ReleasedTests : IDisposable
{
    private readonly string _folder;

    /// <exception cref="KnownFailureException">What lies there is not what was released.</exception>
    public ReleasedTests(StageContext context, LastRelease release)
    {
        _folder = Path.Combine(context.Run.Paths.Work, "released-tests", context.Unit.Id.Folder, context.Unit.Name.Lower);
        FileTree.Delete(_folder);
        var files = release.FilesOf(TestParts.Part).ToImmutableDictionary(file => file.Path[(TestParts.Part.Length + 1)..]);
        foreach (var (path, file) in files)
        {
            var copy = Path.Combine(_folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.WriteAllBytes(copy, release.Read(file));
        }
        Programs =
        [
            .. from name in files.Keys.Select(path => path.Split('/')[0]).Distinct().Order(StringComparer.Ordinal)
            let assembly = $"{name}/{name}.dll"
            where files.ContainsKey(assembly)
            select new TestProgram(context, name, Path.Combine(_folder, assembly), context.Relative(release.Absolute(files[assembly].Path)), TestProgram.ResultsOf(context)),
        ];
    }

    public ImmutableArray<TestProgram> Programs { get; }

    public void Dispose() => FileTree.Delete(_folder);
}
