using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.InteropServices;
using Slipway.Machine.Processes;
using Slipway.Model.Problems;

namespace Slipway.Frosting.Tuning;

/// <summary>
/// Compiles the assemblies of a host ahead of time (ReadyToRun), Cake's and those of other packages too, and puts them in the place of those
/// that have to be compiled anew at every start. They hold the same code under the same identity, so every record stays good.
/// </summary>
/// <param name="host">The host's folder.</param>
/// <param name="tools">Where the compiler may lie.</param>
/// <param name="configuration">The folder from which upwards a <c>nuget.config</c> names the feeds.</param>
internal sealed class HostCompiler(string host, string tools, string configuration)
{
    private static readonly string Runtime = RuntimeEnvironment.GetRuntimeDirectory();
    private static readonly string Package = $"Microsoft.NETCore.App.Crossgen2.{RuntimeInformation.RuntimeIdentifier}";
    private readonly ProcessRunner _processes = new();

    /// <exception cref="KnownFailureException">The compiler could not be fetched, or compiled nothing.</exception>
    public async Task<TunedHost> RunAsync(CancellationToken cancellation)
    {
        var started = Stopwatch.GetTimestamp();
        var before = Size();
        var compiler = await CompilerAsync(cancellation);
        var made = Directory.CreateDirectory(Path.Combine(tools, $"made-{Environment.ProcessId}")).FullName;
        try
        {
            var compiled = new ConcurrentBag<string>();
            var last = "";
            var options = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellation };
            await Parallel.ForEachAsync(Directory.EnumerateFiles(host, "*.dll"), options, async (assembly, token) =>
            {
                var result = await _processes.RunAsync(Compile(compiler, assembly, Path.Combine(made, Path.GetFileName(assembly))), token);
                // One that comes from its package compiled already is left as it is.
                if (result.Succeeded) compiled.Add(Path.GetFileName(assembly));
                else last = result.Tail;
            });
            if (compiled.IsEmpty) throw Failed($"its compiler compiled nothing: {last.Trim()}");
            // By renaming: whoever runs this host now, ourselves first, keeps the file that it has open.
            foreach (var name in compiled) File.Move(Path.Combine(made, name), Path.Combine(host, name), overwrite: true);
            return new(compiled.Count, Stopwatch.GetElapsedTime(started), before, Size());
        }
        finally
        {
            Directory.Delete(made, recursive: true);
        }
    }

    private long Size() => new DirectoryInfo(host).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length);

    private async Task<string> CompilerAsync(CancellationToken cancellation)
    {
        var download = new PackageDownload(tools, Package, Environment.Version.ToString());
        if (!download.IsThere && await download.FetchAsync(configuration, _processes, cancellation) is { Succeeded: false } fetch)
            throw Failed($"{Package} {Environment.Version} could not be fetched: {fetch.Tail.Trim()}");
        var program = Path.Combine(download.Path, "tools", OperatingSystem.IsWindows() ? "crossgen2.exe" : "crossgen2");
        if (!File.Exists(program)) throw Failed($"{Package} {Environment.Version} holds no program {Path.GetFileName(program)}");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(program, File.GetUnixFileMode(program) | UnixFileMode.UserExecute);
        return program;
    }

    private ProcessRequest Compile(string compiler, string assembly, string output) => ProcessRequest.For(
        compiler, assembly, "-r", Path.Combine(Runtime, "*.dll"), "-r", Path.Combine(host, "*.dll"), "-O", "-o", output,
        // Generics and small methods of other assemblies too, without which every start compiles 2,000 of them; each is checked against what is loaded.
        "--opt-cross-module", "*", "--non-local-generics-module", "*",
        "--targetos", OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "osx" : "linux",
        "--targetarch", RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant());

    private static KnownFailureException Failed(string why) => new(new Problem
    {
        Code = Codes.NotTuned,
        Message = $"The host stays as it is, because {why.TrimEnd('.')}.",
        Mend = $"offer {Package} on a feed that nuget.config names; without it the host works just as well and starts more slowly",
    });
}
