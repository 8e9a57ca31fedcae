using System.Text.Json;
using Slipway.Model.Units;

namespace Slipway.Pipeline.Stages.Restore;

/// <summary>Tells whether a <c>package-lock.json</c> (version 3) knows every Node unit below its folder.</summary>
internal static class LockedWorkspace
{
    public static bool Covers(string lockFile, string rootFromFolder, StageContext context)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(lockFile));
        if (!document.RootElement.TryGetProperty("packages", out var packages)) return false;
        var folder = Path.GetDirectoryName(lockFile)!;
        var root = Path.GetFullPath(Path.Combine(folder, rootFromFolder));
        return context.Run.Platform.Units
            .Where(unit => unit.Toolchain == Toolchain.Node)
            .Select(unit => Path.GetRelativePath(folder, Path.Combine(root, unit.Root)).Replace('\\', '/'))
            .Where(member => member != "." && !member.StartsWith("../", StringComparison.Ordinal))
            .Where(member => !File.Exists(Path.Combine(folder, member, "package-lock.json")))
            .All(member => packages.TryGetProperty(member, out _));
    }
}
