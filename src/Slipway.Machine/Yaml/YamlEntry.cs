namespace Slipway.Machine.Yaml;

/// <summary>One key of a map and its value.</summary>
public sealed record YamlEntry(YamlScalar Key, YamlNode Value);
