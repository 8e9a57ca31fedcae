namespace Cake.Docker;

public sealed class DockerContainerRunSettings : AutoToolSettings
{
    public string[]? CapDrop { get; set; }

    /// <summary>Go on in the background; the result is then the container's id.</summary>
    public bool? Detach { get; set; }

    /// <summary>Each <c>NAME=value</c>, or only <c>NAME</c> to hand on what this process has.</summary>
    public string[]? Env { get; set; }

    public bool? Init { get; set; }

    public string[]? Label { get; set; }

    /// <summary>With a unit, such as <c>256m</c>.</summary>
    public string? Memory { get; set; }

    public string[]? Mount { get; set; }

    public string? Name { get; set; }

    public string? Network { get; set; }

    public long? PidsLimit { get; set; }

    /// <summary>Each <c>[address:][host port:]container port</c>; an absent host port is chosen by the engine.</summary>
    public string[]? Publish { get; set; }

    /// <summary>The container's own file system cannot be written.</summary>
    public bool? ReadOnly { get; set; }

    public bool? Rm { get; set; }

    public string[]? SecurityOpt { get; set; }

    public string[]? Tmpfs { get; set; }

    /// <summary>A name or an id, with a group after a colon.</summary>
    public string? User { get; set; }
}
