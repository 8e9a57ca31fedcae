using Cake.Core;

namespace Cake.Docker;

public static partial class DockerAliases
{
    /// <inheritdoc cref="DockerCustomCommand(ICakeContext, DockerCustomCommandSettings, string)"/>
    public static IEnumerable<string> DockerCustomCommand(this ICakeContext context, string command)
        => context.DockerCustomCommand(new DockerCustomCommandSettings(), command);

    /// <summary>
    /// Everything that has no alias, such as <c>version --format {{.Server.Version}}</c>, which asks whether an engine answers.
    /// </summary>
    /// <returns>The lines of its standard output.</returns>
    public static IEnumerable<string> DockerCustomCommand(this ICakeContext context, DockerCustomCommandSettings settings, string command)
    {
        ArgumentException.ThrowIfNullOrEmpty(command);
        var verb = command.Split(' ', 2);
        return new DockerRunner(context).RunWithResult(verb[0], settings, verb[1..]);
    }
}
