using Slipway.Evidence.Releases;
using Slipway.Model.Problems;

namespace Slipway.Pipeline.Cache;

/// <summary>Why an output cannot be kept.</summary>
internal static class OutputRefusal
{
    public static Problem? Of(OutputTree tree, CacheOutput output)
    {
        if (ReleasePath.Fault(output.Path) is { } fault) return Refused(output, $"its path {fault}");
        var file = new FileInfo(tree.PathOf(output.Path));
        if (file.LinkTarget is not null) return Refused(output, "it is a symbolic link");
        if (!file.Exists) return Refused(output, "it does not exist");
        return Named(tree, output, file) is { } folder ? NotPortable(output, folder) : null;
    }

    private static string? Named(OutputTree tree, CacheOutput output, FileInfo file) => output.Content switch
    {
        OutputContent.Portable when File.ReadAllBytes(file.FullName) is var bytes =>
            tree.Machine.Value.NamedIn(bytes) ?? tree.Machine.Value.NamedIn(SymbolPaths.In(file.FullName, bytes)),
        OutputContent.Document => tree.Machine.Value.NamedIn(tree.Machine.Value.Mark(File.ReadAllBytes(file.FullName))),
        _ => null,
    };

    private static Problem Refused(CacheOutput output, string why) => new()
    {
        Code = Codes.OutputRefused,
        Message = $"The output '{output.Path}' cannot be cached: {why}. So its stage is not cached.",
        Mend = "A stage names regular files below the platform's root, after it has written them.",
    };

    private static Problem NotPortable(CacheOutput output, string folder) => new()
    {
        Code = Codes.OutputNotPortable,
        Message = $"The output '{output.Path}' cannot be cached: it names {folder}, a folder of this machine. So its stage is not cached.",
        Mend = "Let the build leave the folder out: PathMap for what the compiler writes, a relative path for what the project's own targets write.",
    };
}
