using System.Formats.Tar;
using Cake.Core;
using Cake.Docker;
using Slipway.Artifacts.Oci;
using Slipway.Model.Problems;

namespace Slipway.Frosting.Smoke;

/// <summary>The image that services are tried on.</summary>
internal static class ServiceImage
{
    private const string File = "file:";
    private const string Loaded = "Loaded image";

    /// <summary>The name to run; an image in a file is loaded first, and answers to the name or id that the engine then says.</summary>
    public static string Prepare(ICakeContext context, string image)
    {
        if (!image.StartsWith(File, StringComparison.Ordinal)) return image;
        var path = Path.GetFullPath(image[File.Length..]);
        if (!System.IO.File.Exists(path))
        {
            throw new BadInputException(new Problem
            {
                Code = Codes.Smoke,
                Message = $"--image names {path}, which is not there.",
                Mend = "give the path of a file that docker save wrote",
            });
        }
        return Load(context, path);
    }

    /// <summary>Loads the image that a release holds.</summary>
    /// <returns>The name to run; null where the release holds none.</returns>
    public static string? OfRelease(ICakeContext context, string release, string scratch)
    {
        var layout = Path.Combine(release, LayoutPath.Folder);
        // Docker of any age reads this; what is no image has none.
        if (!System.IO.File.Exists(Path.Combine(layout, "manifest.json"))) return null;
        Directory.CreateDirectory(scratch);
        var archive = Path.Combine(scratch, $"{Guid.NewGuid():N}.tar");
        try
        {
            TarFile.CreateFromDirectory(layout, archive, includeBaseDirectory: false);
            return Load(context, archive);
        }
        finally
        {
            System.IO.File.Delete(archive);
        }
    }

    private static string Load(ICakeContext context, string path)
    {
        var said = context.DockerCustomCommand($"load --quiet --input \"{path}\"").FirstOrDefault(line => line.StartsWith(Loaded, StringComparison.Ordinal));
        return said?[(said.IndexOf(": ", StringComparison.Ordinal) + 2)..].Trim() ?? throw new CakeException($"docker load of {path} named no image.");
    }
}
