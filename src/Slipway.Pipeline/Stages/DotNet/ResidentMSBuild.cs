using System.Collections.Immutable;
using Slipway.Machine.Files;
using Slipway.Machine.Processes;
using Slipway.Model;
using Slipway.Pipeline.Runs;
using Slipway.Workspace.DotNet;

namespace Slipway.Pipeline.Stages.DotNet;

/// <summary>
/// An MSBuild that stays for the runs that follow: the server that the SDK brings. It serves one checkout, as long as no project file and no
/// import of it changes, and ends by itself when nobody has built for ten minutes. A run starts it for the next one, and uses one that it finds only
/// where all that this has loaded is still what lies on the disk, and belongs to an SDK, a package or the system. A repository that declares tasks
/// has none.
/// </summary>
internal sealed class ResidentMSBuild : IDisposable
{
    private const string ServerMode = "/nodemode:8";
    private const string Salt = "MSBUILDNODEHANDSHAKESALT";
    private static readonly TimeSpan _settling = TimeSpan.FromSeconds(1);
    private readonly RunContext _run;
    private readonly LastingProcess? _server;

    private ResidentMSBuild(RunContext run, LastingProcess? server = null) => (_run, _server) = (run, server);

    /// <summary>What leaves an invocation's work to it; null where the invocation does it itself.</summary>
    public ResidentClient? Client { get; private init; }

    /// <summary>Whether it is there still: one that ended in the midst of a build says nothing of that build.</summary>
    public bool IsAlive => _server is { IsAlive: true };

    /// <summary>The one for this run.</summary>
    /// <param name="run">The run.</param>
    /// <param name="logger">The assembly of ours that it may load out of the checkout.</param>
    public static Task<ResidentMSBuild> GetAsync(RunContext run, string logger) => run.Resources.GetAsync("msbuild", () => Task.FromResult(Find(run, logger)));

    /// <summary>Somebody who stopped the run wants everything gone that it started.</summary>
    public void Dispose()
    {
        if (_run.Resources.Interrupted) _server?.Kill();
    }

    private static ResidentMSBuild Find(RunContext run, string logger)
    {
        if (!OperatingSystem.IsLinux() || !ResidentCompiler.MayAnyStay(run) || DotNetSdk.FolderIn(run.Platform.Root) is not { } sdk) return new(run);
        if (ResidentSetting.Of(run, sdk, logger) is not { } setting) return new(run);
        var note = new ServerNote(run, "msbuild");
        // Whose it is and of which checkout: a copy of a checkout has the note too, and the server is not its own.
        var prefix = $"slipway-{Digest.Of($"{Environment.UserName}\n{run.Platform.Root}").Short}-";
        try
        {
            if (note.Read() is var (server, words) && words is [var noted, var its] && noted.StartsWith(prefix, StringComparison.Ordinal))
            {
                var since = note.WrittenAt;
                if (its == setting && server.IsAsOnDisk($"{Salt}={noted}", RealPath.Of(Program(sdk))!, since, Lasting(run, logger)))
                    return new(run, server) { Client = DateTimeOffset.UtcNow - since < _settling ? null : ClientOf(sdk, noted) };
            }
            // The noted one, and those whose note somebody has removed.
            foreach (var useless in LastingProcess.FindAll(ServerMode, $"{Salt}={prefix}")) useless.Kill();
            var id = $"{prefix}{Guid.NewGuid():N}";
            return new(run, note.Start(() => Start(run, sdk, id), id, setting));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // Where nothing can be noted nothing stays.
            return new(run);
        }
    }

    private static LastingProcess? Start(RunContext run, string sdk, string id) => File.Exists(DotNet(sdk))
        ? LastingProcess.Start(DotNet(sdk), [Program(sdk), "/nologo", ServerMode], run.Environment.SetItems(DotNetCli.Server).SetItems(Variables(id)))
        : null;

    // What the dotnet command would do before it lets MSBuild do this: to start that command as well takes a third longer.
    private static ResidentClient ClientOf(string sdk, string id) => new(Program(sdk), Variables(id).AddRange(new Dictionary<string, string?>
    {
        ["MSBUILDUSESERVER"] = "1",
        ["MSBUILDFAILONDRIVEENUMERATINGWILDCARD"] = "1",
        ["MSBuildExtensionsPath"] = sdk + Path.DirectorySeparatorChar,
        ["MSBuildSDKsPath"] = Path.Combine(sdk, "Sdks"),
        ["DOTNET_HOST_PATH"] = DotNet(sdk),
    }));

    // The program itself: what the PATH leads to may be a script that starts it, and stays in its place.
    private static string DotNet(string sdk) => Path.GetFullPath(Path.Combine(sdk, "..", "..", "dotnet"));

    private static string Program(string sdk) => Path.Combine(sdk, "MSBuild.dll");

    // Nobody else can ask for it by chance: who is served by it has looked at it. A build gives the server its own variables, the time limit too.
    private static ImmutableDictionary<string, string?> Variables(string id) =>
        ImmutableDictionary<string, string?>.Empty.Add(Salt, id).Add("MSBUILDNODECONNECTIONTIMEOUT", "600000");

    // By their real paths, as the kernel tells them. A library of the system lies anywhere; an assembly that lies elsewhere may be this very build's.
    private static Predicate<string> Lasting(RunContext run, string logger)
    {
        var (ours, root, versioned) = (RealPath.Of(logger), RealPath.Of(run.Platform.Root) + Path.DirectorySeparatorChar, DotNetSdk.VersionedFolders());
        return file => file == ours || versioned.Any(folder => file.StartsWith(folder, StringComparison.Ordinal))
            || (Path.GetExtension(file).ToUpperInvariant() is not (".DLL" or ".EXE") && !file.StartsWith(root, StringComparison.Ordinal));
    }
}
