using Cake.Core;

namespace Cake.Docker;

public static partial class DockerAliases
{
    /// <inheritdoc cref="DockerRm(ICakeContext, DockerContainerRmSettings, string[])"/>
    public static void DockerRm(this ICakeContext context, params string[] containers)
        => context.DockerRm(new DockerContainerRmSettings(), containers);

    /// <summary>Removes containers.</summary>
    public static void DockerRm(this ICakeContext context, DockerContainerRmSettings? settings, params string[] containers)
    {
        ArgumentOutOfRangeException.ThrowIfZero(containers.Length);
        new DockerRunner(context).Run("rm", settings ?? new DockerContainerRmSettings(), containers);
    }
}
