using System.Collections.Immutable;
using Slipway.Artifacts.Verification;
using Slipway.Evidence.Attestations;
using Slipway.Evidence.Releases;
using Slipway.Machine.Files;
using Slipway.Model.Problems;

namespace Slipway.Artifacts.Signing;

/// <summary>The signed statements of a release as they lie in its folder.</summary>
internal static class StatementFolder
{
    /// <summary>A statement holds an SBOM, or the names of a unit's tests; ten times what a large one of either needs.</summary>
    public const long LargestStatement = 16 * 1024 * 1024;

    /// <summary>Every statement that lies there, by name, and what could not be read. Files that are no statements are not looked at.</summary>
    public static (ImmutableArray<(AttestationName Name, ReadOnlyMemory<byte> Bytes)> Statements, ImmutableArray<Problem> Problems) Read(string folder)
    {
        var statements = ImmutableArray.CreateBuilder<(AttestationName, ReadOnlyMemory<byte>)>();
        var problems = ImmutableArray.CreateBuilder<Problem>();
        foreach (var path in FileTree.Files(folder))
        {
            if (!AttestationName.TryParsePath(path, out var name)) continue;
            var (bytes, problem) = ReleaseFolder.ReadMetadata(folder, path, Codes.SignatureMissing, LargestStatement);
            if (problem is null) statements.Add((name, bytes));
            else problems.Add(problem);
        }
        return (statements.ToImmutable(), problems.ToImmutable());
    }

    /// <summary>Puts statements in the place of whatever lies there, all at once.</summary>
    public static void Place(string folder, IEnumerable<(AttestationName Name, byte[] Bytes)> statements)
    {
        var target = Path.Combine(folder, ReleasePath.Attestations);
        // Made beside the release, not in it: after a crash the release must not hold a file that nobody knows.
        var beside = Path.Combine(Path.GetDirectoryName(folder)!, $".{Path.GetFileName(folder)}.attestations");
        var aside = beside + "-old";
        FileTree.Delete(beside);
        FileTree.Delete(aside);
        Directory.CreateDirectory(beside);
        foreach (var (name, bytes) in statements) AtomicFile.WriteAllBytes(Path.Combine(beside, Path.GetFileName(name.Path)), bytes);
        if (Directory.Exists(target)) Directory.Move(target, aside);
        Directory.Move(beside, target);
        FileTree.Delete(aside);
    }
}
