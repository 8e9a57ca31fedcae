using System.Collections.Immutable;
using Slipway.Artifacts.Oci;
using Slipway.Artifacts.Oci.Bases;
using Slipway.Artifacts.Releases;
using Slipway.Model.Units;

namespace Slipway.Pipeline.Stages.Package;

/// <summary>What a unit ships in the form of registries: an image where it is a .NET program or a server of Node, an artifact elsewhere.</summary>
internal sealed record UnitLayout
{
    /// <summary>Null where there is none, for the reason of <see cref="Note"/>.</summary>
    public LayoutDraft? Draft { get; init; }

    /// <summary>What the program is put on; null for what is no image.</summary>
    public BaseImage? Base { get; init; }

    /// <summary>What the program asks for.</summary>
    public ImmutableArray<FrameworkReference> Frameworks { get; init; } = [];

    public string? Note { get; init; }

    public static async Task<UnitLayout> OfAsync(StageContext context, ImmutableArray<ReleasePart> parts, CancellationToken cancellation)
    {
        if (context.Unit.Server is { } server) return await OfServerAsync(context, server, cancellation);
        if (context.Unit.Toolchain != Toolchain.DotNet || context.Unit.Kind == UnitKind.Package) return new() { Draft = new LayoutDraft.Artifact() };
        var program = context.Unit.ProjectsOf(ProjectRole.Entry).Single().Name;
        var app = parts.Single(part => part.Name == "app").Source;
        var frameworks = FrameworkReference.Read(Path.Combine(app, $"{program}.runtimeconfig.json"));
        var (found, hindrance) = await ImageBases.FindAsync(context.Run, frameworks, cancellation);
        if (found is null) return new() { Frameworks = frameworks, Note = $"no image was made: {hindrance}" };
        // A program that brings its own .NET is started by itself.
        ImmutableArray<string> start = frameworks.IsEmpty ? [$"/app/{program}"] : ["dotnet", $"/app/{program}.dll"];
        var draft = new LayoutDraft.Image(found, start) { Environment = ["ASPNETCORE_HTTP_PORTS=8080", "DOTNET_RUNNING_IN_CONTAINER=true"] };
        return new() { Draft = draft, Base = found, Frameworks = frameworks, Note = found.Mended };
    }

    // Where to listen is asked of these by every framework's server for Node; Docker would have put the container's name into HOSTNAME.
    private static async Task<UnitLayout> OfServerAsync(StageContext context, NodeServer server, CancellationToken cancellation)
    {
        var (found, hindrance) = await ImageBases.FindNodeAsync(context.Run, cancellation);
        if (found is null) return new() { Note = $"no image was made: {hindrance}" };
        var draft = new LayoutDraft.Image(found, ["node", .. server.Options, $"/app/{server.File}"])
        {
            Environment = ["NODE_ENV=production", "PORT=8080", "HOST=0.0.0.0", "HOSTNAME=0.0.0.0"],
        };
        return new() { Draft = draft, Base = found, Note = found.Mended };
    }
}
