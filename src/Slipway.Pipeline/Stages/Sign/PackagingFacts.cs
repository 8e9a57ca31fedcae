using System.Collections.Immutable;
using Slipway.Evidence.Provenance;
using Slipway.Machine.Files;
using Slipway.Model.Platforms;
using Slipway.Model.Stages;
using Slipway.Model.Units;
using Slipway.Pipeline.Plans;
using Slipway.Pipeline.Stages.DotNet;

namespace Slipway.Pipeline.Stages.Sign;

/// <summary>What packaging knows of the build beside what the SBOM says: the tools, the lock files, the base image as it was asked for, and when it was.</summary>
internal static class PackagingFacts
{
    private const string DotNet = ".NET SDK ";
    private const string Node = "Node ";

    private const string Host = "Slipway ";

    public static BuildFacts Of(StageContext context)
    {
        var facts = new BuildFacts
        {
            Configuration = context.Run.Platform.Settings.Configuration,
            Materials = [.. Materials(context).OrderBy(material => material.Name, StringComparer.Ordinal)],
        };
        if (!context.Before.TryGetValue(StageName.Package, out var package)) return facts;
        var words = package.Node.Basis[NodeBasis.Toolchain].Split(", ");
        facts = facts with { Internal = Tools(words), Slipway = words.Select(HostIn).FirstOrDefault(host => host is not null) };
        return package.Record is { } record
            ? facts with { StartedOn = Whole(record.ExecutedAt), FinishedOn = Whole(record.ExecutedAt + record.Duration) }
            : facts;
    }

    // As the toolchain is written in a fingerprint: what builds, the kind of machine, the host.
    private static ImmutableSortedDictionary<string, string> Tools(string[] words)
    {
        var tools = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        if (words[0].StartsWith(DotNet, StringComparison.Ordinal)) tools["sdk"] = words[0][DotNet.Length..];
        else if (words[0].StartsWith(Node, StringComparison.Ordinal)) tools["node"] = words[0][Node.Length..];
        if (words.Length > 1) tools["rid"] = words[1];
        return tools.ToImmutable();
    }

    // No version is compiled in: Slipway is known by its content.
    private static string? HostIn(string word) => word.StartsWith(Host, StringComparison.Ordinal) ? word[Host.Length..].Split(' ')[0] : null;

    private static IEnumerable<Material> Materials(StageContext context)
    {
        foreach (var path in LockFiles(context.Unit).Distinct(StringComparer.Ordinal))
            if (File.Exists(context.Absolute(path))) yield return Material.Of(path, FileDigest.OfFile(context.Absolute(path)));
        if (BaseOf(context.Unit, context.Run.Platform.Settings) is BaseImageReference.InRegistry image)
            yield return Material.Of($"oci:{image.Repository}", image.Digest);
    }

    private static BaseImageReference? BaseOf(Unit unit, PlatformSettings settings) => unit switch
    {
        { Server: not null } => settings.NodeBaseImage,
        { Kind: not UnitKind.Package, Toolchain: Toolchain.DotNet } => settings.BaseImage,
        _ => null,
    };

    private static IEnumerable<string> LockFiles(Unit unit) => unit.Toolchain == Toolchain.Node
        ? ["package-lock.json", $"{unit.Root}/package-lock.json"]
        : unit.DotNetProjects.Select(project => $"{project.Folder}/packages.lock.json");

    private static DateTimeOffset Whole(DateTimeOffset time) => DateTimeOffset.FromUnixTimeSeconds(time.ToUnixTimeSeconds());
}
