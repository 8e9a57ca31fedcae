namespace Cake.Docker;

public sealed class DockerCustomCommandSettings : AutoToolSettings;
