namespace Cake.Docker;

public sealed class DockerContainerExecSettings : AutoToolSettings
{
    public string[]? Env { get; set; }

    public string? User { get; set; }
}
