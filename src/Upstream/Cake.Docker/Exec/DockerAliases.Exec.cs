using Cake.Core;

namespace Cake.Docker;

public static partial class DockerAliases
{
    /// <inheritdoc cref="DockerExec(ICakeContext, DockerContainerExecSettings, string, string, string[])"/>
    public static void DockerExec(this ICakeContext context, string container, string command, params string[] args)
        => context.DockerExec(new DockerContainerExecSettings(), container, command, args);

    /// <summary>Runs a command in a running container; an exit code that is not 0 is an exception.</summary>
    public static void DockerExec(
        this ICakeContext context, DockerContainerExecSettings? settings, string container, string command, params string[] args)
        => new DockerRunner(context).Run("exec", settings ?? new DockerContainerExecSettings(), [container, command, .. args]);
}
