using System.Collections.Immutable;
using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Nodes;
using Slipway.Evidence.Json;
using Slipway.Evidence.Sboms;
using Slipway.Machine.Files;
using Slipway.Model;
using Slipway.Model.Problems;

namespace Slipway.Artifacts.Oci.Bases;

/// <summary>
/// The base image that needs neither a registry nor a layout: this machine's own .NET or Node and the libraries that it loads, and nothing else,
/// no shell either. The same packages installed give the same bytes. It is made once and kept.
/// </summary>
/// <param name="cache">The folder to keep it in; made on first use, and deletable.</param>
public sealed class EmbeddedImage(string cache)
{
    private const string Core = "Microsoft.NETCore.App";
    private const string ComponentsFile = "components.json";

    /// <summary>What the image is called in messages and in the SBOM.</summary>
    public const string Name = "slipway-embedded-base";

    /// <summary>Why there can be none for .NET on this machine; null where there can.</summary>
    public static string? Hindrance => MachineHindrance ?? (DotNetRoot.Find() is null ? "no .NET is installed here as a whole" : null);

    /// <summary>Why there can be none for Node on this machine; null where there can.</summary>
    public static string? NodeHindrance => MachineHindrance ?? NodeProgram.Hindrance;

    private static string? MachineHindrance => !OperatingSystem.IsLinux() ? "this machine is not Linux"
        : BaseImageReader.Architecture is null ? "this machine's processor is none that images of .NET exist for"
        : null;

    /// <summary>Over all that any embedded base for .NET of this machine is made of, without reading it; null where there is none.</summary>
    public static Digest? State()
    {
        if (Hindrance is not null) return null;
        var root = DotNetRoot.Find()!;
        var installed = Directory.GetDirectories(Path.Combine(root, "shared")).SelectMany(Directory.GetDirectories).Order(StringComparer.Ordinal)
            .Select(folder => (Path.GetFileName(Path.GetDirectoryName(folder)!), Path.GetFileName(folder)));
        return DotNetContent.Of(root, [.. installed]).Key;
    }

    /// <summary>The same for Node.</summary>
    public static Digest? NodeState() => NodeHindrance is null ? NodeContent.Of(NodeProgram.Find()!).Key : null;

    /// <summary>The base for a program, kept or made now.</summary>
    /// <param name="asked">The frameworks that it asks for.</param>
    /// <param name="cancellation">Stops the making; nothing half made is kept.</param>
    /// <returns>Null where a framework is not installed here.</returns>
    public async Task<BaseImage?> FindAsync(ImmutableArray<FrameworkReference> asked, CancellationToken cancellation = default)
    {
        var root = DotNetRoot.Find()!;
        var frameworks = asked.Append(new(Core, asked.FirstOrDefault()?.Version ?? "")).DistinctBy(framework => framework.Name)
            .OrderBy(framework => framework.Name, StringComparer.Ordinal)
            .Select(framework => (framework.Name, Version: DotNetRoot.VersionFor(root, framework)))
            .ToList();
        if (frameworks.Any(framework => framework.Version is null)) return null;
        var installed = frameworks.Select(framework => (framework.Name, Version: framework.Version!)).ToImmutableArray();
        return await KeptAsync(DotNetContent.Of(root, installed), _ => Task.FromResult(installed.Select(PartOf)), cancellation);
    }

    /// <summary>The base for a program of Node, kept or made now. There must be no <see cref="NodeHindrance"/>.</summary>
    /// <exception cref="KnownFailureException">Node does not say its version.</exception>
    public Task<BaseImage> FindNodeAsync(CancellationToken cancellation = default)
    {
        var program = NodeProgram.Find()!;
        return KeptAsync(NodeContent.Of(program), async stop => [PartOf(await NodeProgram.VersionAsync(program, stop))], cancellation);
    }

    private Task<BaseImage> KeptAsync(EmbeddedContent content, Func<CancellationToken, Task<IEnumerable<BaseComponent>>> parts, CancellationToken cancellation)
    {
        var layout = Path.Combine(cache, content.Key.Hex);
        return KeptLayout.UseAsync(
            layout, () => BaseImageReader.Read(layout, Name) with { Components = ReadComponents(layout) },
            async stop => await MakeAsync(content, await parts(stop), layout, stop), cancellation);
    }

    private static async Task MakeAsync(EmbeddedContent content, IEnumerable<BaseComponent> parts, string target, CancellationToken cancellation)
    {
        using var building = AtomicFolder.Begin(target);
        var blobs = new BlobFolder(building.Path);
        var (system, systemId) = await PutLayerAsync(blobs, content.SystemLayer(), cancellation);
        var (runtime, runtimeId) = await PutLayerAsync(blobs, content.RuntimeLayer(), cancellation);
        var config = new ImageConfig
        {
            Architecture = BaseImageReader.Architecture!,
            DiffIds = [systemId, runtimeId],
            Environment = content.Environment,
        };
        var manifest = new OciManifest { Config = blobs.Put(MediaTypes.Config, config.Write()), Layers = [system, runtime] };
        var descriptor = blobs.Put(MediaTypes.Manifest, manifest.Write());
        await LayoutIndex.WriteAsync(building.Path, [descriptor], cancellation);
        await File.WriteAllBytesAsync(Path.Combine(building.Path, ComponentsFile), WriteComponents(content, parts), cancellation);
        building.Commit();
    }

    private static async Task<(Descriptor Layer, Digest DiffId)> PutLayerAsync(BlobFolder blobs, TarLayer layer, CancellationToken cancellation)
    {
        Digest? diffId = null;
        var descriptor = await blobs.PutAsync(MediaTypes.CompressedLayer, async target =>
        {
            await using var zipped = new GZipStream(target, CompressionLevel.Optimal, leaveOpen: true);
            await using var plain = new HashingStream(zipped);
            await layer.WriteAsync(plain, cancellation);
            diffId = plain.Finish();
        });
        return (descriptor, diffId!);
    }

    private static BaseComponent PartOf((string Name, string Version) framework) => new("framework", framework.Name, framework.Version,
        PackageUrl.NuGet($"{framework.Name}.Runtime.linux-{(BaseImageReader.Architecture is "amd64" ? "x64" : BaseImageReader.Architecture)}", framework.Version));

    private static BaseComponent PartOf(string nodeVersion) => new("platform", "node", nodeVersion, $"pkg:generic/node@{Uri.EscapeDataString(nodeVersion)}");

    private static byte[] WriteComponents(EmbeddedContent content, IEnumerable<BaseComponent> parts)
    {
        var packages = DebianPackages.Of(content.System.SelectMany(file => (string[])[$"/{file.Key}", file.Value]));
        return CanonicalJson.WriteIndented(new JsonArray([.. parts.Concat(packages).Select(ToJson)]));
    }

    private static JsonNode ToJson(BaseComponent component) => new JsonObject
    {
        ["kind"] = component.Kind, ["name"] = component.Name, ["version"] = component.Version, ["purl"] = component.Purl,
    };

    private static ImmutableArray<BaseComponent> ReadComponents(string layout)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(layout, ComponentsFile)));
        return
        [
            .. document.RootElement.EnumerateArray().Select(component => new BaseComponent(
                component.GetProperty("kind").GetString()!, component.GetProperty("name").GetString()!,
                component.GetProperty("version").GetString()!, component.GetProperty("purl").GetString()!)),
        ];
    }
}
