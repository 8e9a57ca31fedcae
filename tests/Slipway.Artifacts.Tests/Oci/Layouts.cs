using System.Collections.Immutable;
using System.Text.Json;
using Slipway.Artifacts.Oci;
using Slipway.Artifacts.Oci.Bases;
using Slipway.Artifacts.Releases;
using Slipway.Evidence.Sboms;
using Slipway.Model.Units;

namespace Slipway.Artifacts.Tests.Oci;

/// <summary>Releases with layouts, on a base image of two small layers.</summary>
internal static class Layouts
{
    public static readonly UnitId Contracts = new(UnitKind.Package, UnitName.Parse("contracts"));
    public static readonly UnitId Storefront = new(UnitKind.App, UnitName.Parse("storefront"));

    public static Sbom Sbom { get; } = new()
    {
        Subject = new() { Reference = "platform:services/catalog", Kind = "application", Name = "Catalog", DependsOn = ["pkg:nuget/Npgsql@10.0.3", SbomReference.Bundle] },
        Components =
        [
            new() { Reference = "pkg:nuget/Npgsql@10.0.3", Kind = "library", Name = "Npgsql", Version = "10.0.3", Purl = "pkg:nuget/Npgsql@10.0.3", License = new SbomLicense.Spdx("PostgreSQL") },
            new() { Reference = SbomReference.Bundle, Kind = "application", Name = "Catalog.Migrate" },
        ],
    };

    extension(Yard yard)
    {
        /// <summary>A base image, as a platform names it.</summary>
        public BaseImage Base => BaseImageReader.Read(yard.BaseLayout(), "layout:base");

        public ReleaseDraft ImageDraft => yard.Draft with { Layout = new LayoutDraft.Image(yard.Base, ["dotnet", "/app/Catalog.dll"]) { Environment = ["A=program", "B=program"] }, Sbom = Sbom };

        public ReleaseDraft AppDraft => yard.Draft with
        {
            Unit = Storefront, Parts = [new("app", yard.At("publish"))], Layout = new LayoutDraft.Artifact(), Sbom = Sbom,
        };

        public ReleaseDraft PackageDraft
        {
            get
            {
                yard.Put("packed/contracts.1.4.1.nupkg", "zip");
                yard.Put("packed/contracts.1.4.1.snupkg", "symbols");
                return yard.Draft with { Unit = Contracts, Parts = [new("package", yard.At("packed"))], Layout = new LayoutDraft.Artifact(), Sbom = Sbom };
            }
        }

        /// <summary>The folder of a base image's layout, made on first use.</summary>
        public string BaseLayout()
        {
            var layout = yard.At("base");
            if (Directory.Exists(layout)) return layout;
            var blobs = new BlobFolder(layout);
            yard.Put("system/etc/passwd", "app:x:1654:1654::/:/nothing\n");
            yard.Put("runtime/dotnet", "#!/bin/sh\n", executable: true);
            ImmutableArray<Descriptor> layers =
            [
                .. new[] { "system", "runtime" }.Select(name => blobs.PutAsync(MediaTypes.Layer, stream =>
                    TarLayer.Of(yard.At(name), Yard.FilesOf(yard.At(name)), "").WriteAsync(stream, TestContext.Current.CancellationToken)).GetAwaiter().GetResult()),
            ];
            var config = new ImageConfig { Architecture = BaseImageReader.Architecture!, DiffIds = [.. layers.Select(layer => layer.Digest)], Environment = ["PATH=/", "A=base"] };
            var manifest = new OciManifest { Config = blobs.Put(MediaTypes.Config, config.Write()), Layers = layers }.Write();
            var image = blobs.Put(MediaTypes.Manifest, manifest).With(LayoutIndex.NameAnnotation, "10.0");
            LayoutIndex.WriteAsync(layout, [image], TestContext.Current.CancellationToken).GetAwaiter().GetResult();
            return layout;
        }
    }

    public static JsonElement Json(string folder, string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, path)));
        return document.RootElement.Clone();
    }

    /// <summary>The manifest of a part of the release.</summary>
    public static JsonElement ManifestOf(WrittenRelease release, string part) => Json(release.Folder, release.Manifest.Content.Parts[part]);
}
