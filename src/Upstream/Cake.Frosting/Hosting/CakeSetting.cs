namespace Cake.Frosting;

/// <summary>A value of Cake's configuration that is set in code: file, environment and command line beat it.</summary>
internal sealed record CakeSetting(string Key, string Value);
