namespace Cake.Docker;

public sealed class DockerContainerRmSettings : AutoToolSettings
{
    /// <summary>Kill it first, if it runs.</summary>
    public bool? Force { get; set; }

    /// <summary>Its anonymous volumes too.</summary>
    public bool? Volumes { get; set; }
}
