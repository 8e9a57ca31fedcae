using Cake.Core;

namespace Cake.Docker;

public static partial class DockerAliases
{
    /// <inheritdoc cref="DockerLogs(ICakeContext, DockerContainerLogsSettings, string)"/>
    public static IEnumerable<string> DockerLogs(this ICakeContext context, string container)
        => context.DockerLogs(new DockerContainerLogsSettings(), container);

    /// <summary>What a container has written to its standard output.</summary>
    public static IEnumerable<string> DockerLogs(this ICakeContext context, DockerContainerLogsSettings? settings, string container)
        => new DockerRunner(context).RunWithResult("logs", settings ?? new DockerContainerLogsSettings(), container);
}
