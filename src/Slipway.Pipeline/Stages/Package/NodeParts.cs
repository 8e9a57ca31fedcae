using System.Collections.Immutable;
using System.Text.Json;
using Slipway.Artifacts.Releases;
using Slipway.Model.Problems;
using Slipway.Model.Units;
using Slipway.Pipeline.Stages.Node;

namespace Slipway.Pipeline.Stages.Package;

/// <summary>Runs an app's own <c>build</c> script, and <c>npm pack</c> on a package.</summary>
internal static class NodeParts
{
    public static async Task<ImmutableArray<ReleasePart>> BuildAsync(StageContext context, string folder, CancellationToken cancellationToken)
    {
        if (HasScript(context, "build"))
        {
            var build = await NodeTools.NpmAsync(context, ["run", "build"], context.Folder, cancellationToken);
            build.OrFail($"npm run build of {context.Unit.Root}", Codes.PackageFailed);
        }
        return context.Unit.Kind == UnitKind.Package ? [await PackAsync(context, folder, cancellationToken)] : [App(context)];
    }

    private static ReleasePart App(StageContext context)
    {
        var output = Path.Combine(context.Folder, "dist");
        return Directory.Exists(output) ? new ReleasePart("app", output) : throw new KnownFailureException(new Problem
        {
            Code = Codes.PackageFailed,
            Message = $"The build script of {context.Unit.Id} left no folder dist.",
            File = $"{context.Unit.Root}/package.json",
            Mend = "let the script 'build' write what is served into dist",
        });
    }

    private static async Task<ReleasePart> PackAsync(StageContext context, string folder, CancellationToken cancellationToken)
    {
        var output = Path.Combine(folder, "package");
        Directory.CreateDirectory(output);
        var pack = await NodeTools.NpmAsync(context, ["pack", "--pack-destination", output, "--ignore-scripts"], context.Folder, cancellationToken);
        pack.OrFail($"npm pack of {context.Unit.Root}", Codes.PackageFailed);
        return new ReleasePart("package", output);
    }

    private static bool HasScript(StageContext context, string name)
    {
        using var manifest = JsonDocument.Parse(File.ReadAllText(Path.Combine(context.Folder, "package.json")));
        return manifest.RootElement.TryGetProperty("scripts", out var scripts) && scripts.TryGetProperty(name, out _);
    }
}
