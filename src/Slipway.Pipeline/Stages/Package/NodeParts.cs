using System.Collections.Immutable;
using System.Text.Json;
using Slipway.Artifacts.Releases;
using Slipway.Machine.Files;
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
        if (context.Unit.Kind == UnitKind.Package) return [await PackAsync(context, folder, cancellationToken)];
        var app = App(context);
        return [context.Unit.Server is { } server ? Server(context, server, folder) : app];
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

    // As it lies in the app's folder, so that it starts as it does there: the manifest says whether a file is a module.
    private static ReleasePart Server(StageContext context, NodeServer server, string folder)
    {
        if (!File.Exists(Path.Combine(context.Folder, server.File)))
        {
            throw new KnownFailureException(new Problem
            {
                Code = Codes.ServerMissing,
                Message = $"The script 'start' of {context.Unit.Id} runs {server.File}, which the build left nowhere.",
                File = $"{context.Unit.Root}/package.json",
                Line = server.Line,
                Column = server.Column,
                Mend = "let the script 'build' write the server there, with all that it imports, or correct the path in 'start'",
            });
        }
        var output = Path.Combine(folder, "app");
        FileTree.Copy(Path.Combine(context.Folder, "dist"), Path.Combine(output, "dist"), hardLinks: true);
        File.Copy(Path.Combine(context.Folder, "package.json"), Path.Combine(output, "package.json"));
        return new ReleasePart("app", output);
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
