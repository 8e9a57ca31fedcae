using Slipway.Machine.Files;
using Slipway.Model.Platforms;
using Slipway.Model.Problems;

namespace Slipway.Artifacts.Oci.Bases;

/// <summary>Finds the base image that a platform names. What comes from a registry is kept.</summary>
/// <param name="root">The platform's root, absolute.</param>
/// <param name="cache">The folder to keep images in; made on first use, and deletable.</param>
/// <param name="pull">Asks a registry; null where there is nothing to ask one with.</param>
public sealed class BaseImages(string root, string cache, PullImage? pull = null)
{
    /// <exception cref="BadInputException">There is no such image, or it is not for Linux on this processor.</exception>
    /// <exception cref="KnownFailureException">It lies in a registry, and nothing here can ask one, or what came is damaged.</exception>
    public async Task<BaseImage> FindAsync(BaseImageReference reference, CancellationToken cancellation = default) => reference switch
    {
        BaseImageReference.InLayout layout => Read(root, layout),
        BaseImageReference.InRegistry registry => await KeptAsync(registry, cancellation),
        _ => throw new InvalidOperationException("The set of references is closed."),
    };

    /// <summary>Reads the image that a layout on disk holds.</summary>
    /// <param name="root">The platform's root, absolute.</param>
    /// <param name="layout">Which.</param>
    /// <exception cref="BadInputException">There is no such image, or it is not for Linux on this processor.</exception>
    public static BaseImage Read(string root, BaseImageReference.InLayout layout) =>
        BaseImageReader.Read(Path.GetFullPath(Path.Combine(root, layout.Path)), layout.ToString(), layout.Name, layout.Digest);

    private Task<BaseImage> KeptAsync(BaseImageReference.InRegistry image, CancellationToken cancellation)
    {
        var kept = Path.Combine(cache, image.Digest.Hex);
        return KeptLayout.UseAsync(kept, () => BaseImageReader.Read(kept, image.Repository, digest: image.Digest), stop => PullAsync(image, kept, stop), cancellation);
    }

    private async Task PullAsync(BaseImageReference.InRegistry image, string kept, CancellationToken cancellation)
    {
        if (pull is null) throw new KnownFailureException(NotHere(image));
        using var building = AtomicFolder.Begin(kept);
        await pull(image.Repository, image.Digest, building.Path, cancellation);
        building.Commit();
    }

    private static Problem NotHere(BaseImageReference.InRegistry image) => new()
    {
        Code = Codes.BaseImageNotHere,
        Message = $"The base image {image} is not on this machine, and nothing here can pull it.",
        File = "platform.yaml",
        Mend = $"Copy it once, skopeo copy docker://{image} oci:images/base, and write layout:images/base in its place; or leave the key out for the embedded default.",
    };
}
