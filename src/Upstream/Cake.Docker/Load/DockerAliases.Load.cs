using Cake.Core;

namespace Cake.Docker;

public static partial class DockerAliases
{
    /// <summary>Loads an image out of an archive.</summary>
    public static void DockerLoad(this ICakeContext context, DockerImageLoadSettings? settings)
        => new DockerRunner(context).Run("load", settings ?? new DockerImageLoadSettings());
}
