using System.Collections.Immutable;
using Slipway.Machine.Processes;

namespace Slipway.Benchmarks.Host;

/// <summary>This repository's own build host, as the launcher compiled it.</summary>
internal sealed class CompiledHost
{
    private readonly string _root;
    private readonly string _program;

    private CompiledHost(string root, string program) => (_root, _program) = (root, program);

    /// <summary>Lets the launcher compile the host where that is needed, and finds what it would run.</summary>
    public static async Task<CompiledHost> FindAsync()
    {
        var root = Root();
        var help = await new ProcessRunner().RunAsync(new ProcessRequest { FileName = Path.Combine(root, "build.sh"), Arguments = ["--help"], WorkingDirectory = root });
        help.OrFail("Compiling the host");
        var newest = new DirectoryInfo(Path.Combine(root, "artifacts", "host"))
            .EnumerateFiles("Build.dll", SearchOption.AllDirectories)
            .MaxBy(file => file.LastWriteTimeUtc);
        return new(root, newest?.FullName ?? throw new InvalidOperationException("The launcher has left no host in artifacts/host."));
    }

    /// <summary>The call that the launcher would make.</summary>
    public ProcessRequest Call(params ImmutableArray<string> arguments) => new()
    {
        FileName = "dotnet",
        Arguments = [_program, .. arguments],
        WorkingDirectory = _root,
        Environment = ImmutableDictionary<string, string?>.Empty.Add("SLIPWAY_ROOT", _root),
        TimeLimit = TimeSpan.FromHours(1),
    };

    /// <summary>The folder of this repository.</summary>
    public static string Root()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
            if (File.Exists(Path.Combine(folder, "Build.sln")))
                return folder;
        throw new InvalidOperationException("There is no Build.sln above this program.");
    }
}
