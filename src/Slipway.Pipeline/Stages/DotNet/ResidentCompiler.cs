using Slipway.Machine.Processes;
using Slipway.Model;
using Slipway.Pipeline.Runs;
using Slipway.Workspace.DotNet;

namespace Slipway.Pipeline.Stages.DotNet;

/// <summary>
/// A compiler server that stays for the runs that follow, as that of the <c>dotnet</c> command does: an edit is compiled in half of the time
/// by a compiler that is warm. It serves one user, one SDK and one set of the variables that are inputs, and ends by itself, as every
/// compiler server does, when nobody has compiled for ten minutes. In CI there is none, nor where <c>MSBUILDDISABLENODEREUSE</c> says that nothing may stay.
/// </summary>
internal sealed class ResidentCompiler : IDisposable
{
    private const string Forbidden = "MSBUILDDISABLENODEREUSE";
    private readonly RunContext _run;
    private readonly LastingProcess? _started;

    private ResidentCompiler(RunContext run, string? id, LastingProcess? started) => (_run, Id, _started) = (run, id, started);

    /// <summary>What it is called by; null where none may stay.</summary>
    public string? Id { get; }

    /// <summary>The one for this run, started if none runs yet.</summary>
    public static Task<ResidentCompiler> GetAsync(RunContext run) => run.Resources.GetAsync("compiler", () => Task.FromResult(Find(run)));

    /// <summary>Whether anything may outlive the run.</summary>
    public static bool MayAnyStay(RunContext run) => !run.InCi && Variable(run, Forbidden) != "1";

    /// <summary>Somebody who stopped the run wants everything gone that it started.</summary>
    public void Dispose()
    {
        if (_run.Resources.Interrupted) _started?.Kill();
    }

    private static ResidentCompiler Find(RunContext run)
    {
        if (OperatingSystem.IsWindows() || !MayAnyStay(run) || BringsItsOwnCompiler(run)) return new(run, null, null);
        if (DotNetSdk.FolderIn(run.Platform.Root) is not { } sdk) return new(run, null, null);
        var program = Path.Combine(sdk, "Roslyn", "bincore", "VBCSCompiler");
        if (!File.Exists(program)) return new(run, null, null);
        var id = IdOf(run, sdk);
        var note = new ServerNote(run, "compiler");
        try
        {
            // To knock would end it: it takes who hangs up for a broken client.
            if (note.Read() is { Words: [var noted] } && noted == id) return new(run, id, null);
            return new(run, id, note.Start(Start, id));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return new(run, id, Start());
        }

        // One that finds another of its name at work, started from another checkout, ends at once.
        LastingProcess? Start() => LastingProcess.Start(program, [$"-pipename:{id}"], run.Environment.SetItems(DotNetCli.Server));
    }

    // A generator may read a variable, although it should not: a server that was started with another value is another server.
    private static string IdOf(RunContext run, string sdk)
    {
        var declared = run.Platform.Settings.Variables.Concat(run.Platform.Units.SelectMany(unit => unit.Variables.Concat(unit.Projects.SelectMany(project => project.Variables))));
        var values = declared.Append("SharedCompilationId").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(name => $"{name}={Variable(run, name)}");
        return $"slipway-compiler-{Digest.Of(string.Join('\n', [Environment.UserName, sdk, .. values])).Short}";
    }

    // Another compiler than the SDK's would be refused, and every project compiled by a cold one.
    private static bool BringsItsOwnCompiler(RunContext run) =>
        run.Platform.Units.SelectMany(unit => unit.Projects).Any(project => project.Packages.Any(package => package.StartsWith("Microsoft.Net.Compilers", StringComparison.OrdinalIgnoreCase)));

    private static string? Variable(RunContext run, string name) =>
        run.Environment.TryGetValue(name, out var value) ? value : Environment.GetEnvironmentVariable(name);
}
