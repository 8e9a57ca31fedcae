using System.Text;
using Slipway.Machine.Files;
using Slipway.Model;
using Slipway.Model.Units;
using Slipway.Pipeline.Runs;

namespace Slipway.Pipeline.Stages.DotNet;

/// <summary>
/// All that an MSBuild which stays keeps of what it was started with, or has once read, and would not look at again, or not closely: it takes a
/// project file for the same while its time is, whatever a link leads to, and for being there when it is gone.
/// </summary>
internal static class ResidentSetting
{
    private const string Declaration = "UsingTask";
    private static readonly string[] _variables = ["TZ", "LANG", "LANGUAGE", "TMPDIR", "HOME", "PATH", "LD_LIBRARY_PATH", "LD_PRELOAD"];
    private static readonly string[] _prefixes = ["LC_", "DOTNET_", "COMPlus_", "MSBUILD", "NUGET_"];

    /// <returns>A word for it; null where a file of the repository declares a task: what that keeps in memory is nobody's to know.</returns>
    public static string? Of(RunContext run, string sdk, string logger)
    {
        var projects = run.Platform.Units.SelectMany(unit => unit.Projects).Where(project => project.Toolchain == Toolchain.DotNet);
        var files = projects.SelectMany(project => project.Imports.Prepend(project.Path)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .AsParallel().AsOrdered().Select(path => (Path: path, Text: TextOf(Path.Combine(run.Platform.Root, path)))).ToList();
        if (files.Exists(file => file.Text.Contains(Declaration, StringComparison.Ordinal))) return null;
        var setting = new StringBuilder().AppendJoin('\n', sdk, FileDigest.OfFile(logger), Umask()).Append('\n');
        foreach (var (name, value) in Inherited(run)) setting.Append(name).Append('=').Append(value).Append('\0');
        foreach (var (path, text) in files) setting.Append(path).Append('\0').Append(text).Append('\0');
        return Digest.Of(setting.ToString()).Short;
    }

    private static string TextOf(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return "\0";
        }
    }

    private static IEnumerable<(string Name, string? Value)> Inherited(RunContext run) => Environment.GetEnvironmentVariables().Keys.Cast<string>().Union(run.Environment.Keys)
        .Where(name => _variables.Contains(name) || Array.Exists(_prefixes, prefix => name.StartsWith(prefix, StringComparison.Ordinal)))
        .Order(StringComparer.Ordinal)
        .Select(name => (name, run.Environment.TryGetValue(name, out var value) ? value : Environment.GetEnvironmentVariable(name)));

    private static string Umask() => File.ReadLines("/proc/self/status").First(line => line.StartsWith("Umask:", StringComparison.Ordinal));
}
