using Cake.Core;
using Cake.Docker;
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
        var said = context.DockerCustomCommand($"load --quiet --input \"{path}\"").FirstOrDefault(line => line.StartsWith(Loaded, StringComparison.Ordinal));
        return said?[(said.IndexOf(": ", StringComparison.Ordinal) + 2)..].Trim() ?? throw new CakeException($"docker load of {path} named no image.");
    }
}
