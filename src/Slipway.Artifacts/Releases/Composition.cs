using Slipway.Artifacts.Folders;
using Slipway.Artifacts.Oci;
using Slipway.Evidence.Sboms;
using Slipway.Model;
using Slipway.Model.Releases;

namespace Slipway.Artifacts.Releases;

/// <summary>Puts the files of a release together in a folder: plain parts, OCI layout, SBOM.</summary>
internal static class Composition
{
    /// <returns>What lies there afterwards; what follows from that is not written yet.</returns>
    public static async Task<ReleaseContent> MakeAsync(ReleaseDraft draft, string folder, CopyPlan plan, CancellationToken cancellation)
    {
        await plan.CopyAsync(folder, cancellation);
        var parts = plan.Parts;
        var files = new List<ReleaseFile>(await FolderFiles.HashAsync(folder, plan.Targets, cancellation));
        WrittenLayout? layout = null;
        if (draft.Layout is not null)
        {
            layout = await LayoutWriter.WriteAsync(draft.Unit, folder, plan.Targets, draft.Layout, cancellation);
            parts = parts.AddRange(layout.Parts);
            files.AddRange(layout.Files);
        }
        if (draft.Sbom is not null)
        {
            var sbom = SbomWriter.Write(Completed(draft.Sbom, layout));
            await File.WriteAllBytesAsync(Path.Combine(folder, LayoutPath.Sbom), sbom, cancellation);
            parts = parts.Add("sbom", LayoutPath.Sbom);
            files.Add(new(LayoutPath.Sbom, Digest.Of(sbom), sbom.Length));
            if (layout is not null) files.AddRange(LayoutWriter.AddSbom(folder, sbom, layout));
        }
        return new()
        {
            Unit = draft.Unit,
            Parts = parts,
            Files = [.. files.DistinctBy(file => file.Path).OrderBy(file => file.Path, StringComparer.Ordinal)],
        };
    }

    // What the image and the bundle are is known only once they are written.
    private static Sbom Completed(Sbom sbom, WrittenLayout? layout) => layout is null ? sbom : sbom with
    {
        Subject = Hashed(sbom.Subject, layout.Main),
        Components = [.. sbom.Components.Select(component => component.Reference == SbomReference.Bundle && layout.Bundle is not null ? Hashed(component, layout.Bundle) : component)],
    };

    private static SbomComponent Hashed(SbomComponent component, Descriptor manifest) =>
        component with { Hashes = component.Hashes.SetItem("SHA-256", manifest.Digest.Hex) };
}
