namespace Cake.Frosting;

/// <summary>A value of Cake's configuration that the host sets in code. The weakest source: file, environment and command line beat it.</summary>
internal sealed record CakeSetting(string Key, string Value);
