using Cake.Core;

namespace Cake.Docker;

public static partial class DockerAliases
{
    /// <inheritdoc cref="DockerRun(ICakeContext, DockerContainerRunSettings, string, string, string[])"/>
    public static string? DockerRun(this ICakeContext context, string image, string? command, params string[] args)
        => context.DockerRun(new DockerContainerRunSettings(), image, command, args);

    /// <summary>Starts a container.</summary>
    /// <returns>The first line of its output; when detached, its id.</returns>
    public static string? DockerRun(
        this ICakeContext context, DockerContainerRunSettings? settings, string image, string? command, params string[] args)
    {
        ArgumentException.ThrowIfNullOrEmpty(image);
        string[] arguments = string.IsNullOrEmpty(command) ? [image] : [image, command, .. args];
        return new DockerRunner(context).RunWithResult("run", settings ?? new DockerContainerRunSettings(), arguments).FirstOrDefault();
    }
}
