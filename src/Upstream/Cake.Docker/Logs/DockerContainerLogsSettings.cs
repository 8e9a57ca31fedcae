namespace Cake.Docker;

public sealed class DockerContainerLogsSettings : AutoToolSettings
{
    /// <summary>How many lines from the end, or <c>all</c>.</summary>
    public string? Tail { get; set; }

    public bool? Timestamps { get; set; }
}
