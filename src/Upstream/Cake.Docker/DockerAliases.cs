namespace Cake.Docker;

/// <summary>The docker verbs that this repository calls, and a raw one for the rest.</summary>
public static partial class DockerAliases;
