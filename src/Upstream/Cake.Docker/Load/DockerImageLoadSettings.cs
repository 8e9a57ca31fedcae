namespace Cake.Docker;

public sealed class DockerImageLoadSettings : AutoToolSettings
{
    /// <summary>The archive to read: a docker archive or an OCI layout, as a tar file.</summary>
    public string? Input { get; set; }

    public bool? Quiet { get; set; }
}
