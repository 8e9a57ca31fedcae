using System.Collections.Immutable;
using System.Text.Json;
using Slipway.Model.Problems;
using Slipway.Model.Units;
using Slipway.Pipeline.Runs;
using Slipway.Pipeline.Stages.Node;

namespace Slipway.Pipeline.Stages.Restore;

/// <summary>Tells which Node units below its folder a <c>package-lock.json</c> (version 2 or 3) does not know.</summary>
internal static class LockedWorkspace
{
    /// <param name="folder">The lock file's, absolute.</param>
    /// <returns>Folders of units, relative to the platform's root.</returns>
    /// <exception cref="BadInputException">The file is no JSON.</exception>
    public static ImmutableArray<string> Lacking(RunContext run, string folder)
    {
        using var document = Read(run, folder);
        var packages = document.RootElement.ValueKind is JsonValueKind.Object
            && document.RootElement.TryGetProperty("packages", out var found)
            && found.ValueKind is JsonValueKind.Object ? found : (JsonElement?)null;
        return
        [
            .. from unit in run.Platform.Units
               where unit.Toolchain == Toolchain.Node
               let path = Path.GetRelativePath(folder, Path.Combine(run.Platform.Root, unit.Root)).Replace('\\', '/')
               let member = path == "." ? "" : path
               where !member.StartsWith("../", StringComparison.Ordinal)
               where member is "" || !File.Exists(Path.Combine(folder, member, NodeLockFile.Name))
               where packages?.TryGetProperty(member, out _) is not true
               select unit.Root,
        ];
    }

    private static JsonDocument Read(RunContext run, string folder)
    {
        try
        {
            return JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, NodeLockFile.Name)));
        }
        catch (JsonException exception)
        {
            throw new BadInputException(
                new Problem
                {
                    Code = Codes.LockFileStale,
                    Message = $"The lock file is no JSON: {exception.Message}",
                    File = NodeLockFile.In(run, folder),
                    Mend = "take it from git again, or delete it and run ./build.sh --target=Restore",
                },
                exception);
        }
    }
}
