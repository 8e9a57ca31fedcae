using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Slipway.Machine.Files;

namespace Slipway.Artifacts.Oci.Bases;

/// <summary>The libraries of this machine that given programs load, and what those load in turn.</summary>
internal static class SystemLibraries
{
    /// <summary>Where each will lie in an image, with the file that lies here, links followed. What is not here is left out: the runtime does without, or the program did not run here either.</summary>
    /// <param name="programs">Programs and libraries, absolute.</param>
    /// <param name="asked">What they ask for only when it is used, and so name nowhere; of each the first that is there.</param>
    public static ImmutableSortedDictionary<string, string> Of(IReadOnlyCollection<string> programs, string[][] asked)
    {
        var found = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        var own = programs.Select(Path.GetFileName).ToHashSet(StringComparer.Ordinal);
        var pending = new Queue<ElfFile>(programs.Select(ElfFile.Read).OfType<ElfFile>());
        if (!pending.TryPeek(out var first)) return found.ToImmutable();
        foreach (var loader in pending.Select(program => program.Loader).OfType<string>().Distinct().ToList()) Add(loader);
        foreach (var names in asked)
            if (names.Select(name => Find(name, first.Machine)).OfType<string>().FirstOrDefault() is { } path) Add(path);
        while (pending.TryDequeue(out var file))
            foreach (var path in file.Needed.Where(name => !own.Contains(name)).Select(name => Find(name, first.Machine)).OfType<string>()) Add(path);
        return found.ToImmutable();

        void Add(string path)
        {
            if (RealPath.Of(path) is not { } real || !found.TryAdd(path.TrimStart('/'), real)) return;
            if (ElfFile.Read(real) is { } library) pending.Enqueue(library);
        }
    }

    private static string? Find(string name, int machine) => Folders
        .Select(folder => Path.Combine(folder, name))
        .FirstOrDefault(path => File.Exists(path) && ElfFile.MachineOf(path) == machine);

    // Where the loader looks without a cache of its own, which an image has none of.
    private static ImmutableArray<string> Folders { get; } =
    [
        .. RuntimeInformation.OSArchitecture is Architecture.Arm64
            ? (string[])["/lib/aarch64-linux-gnu", "/usr/lib/aarch64-linux-gnu"]
            : ["/lib/x86_64-linux-gnu", "/usr/lib/x86_64-linux-gnu"],
        "/lib64", "/usr/lib64", "/lib", "/usr/lib",
    ];
}
