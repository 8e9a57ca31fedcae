namespace Slipway.Workspace.Schemas;

/// <summary>The JSON Schemas of the files that people write, as editors use them.</summary>
public static class ConfigurationSchema
{
    public static string Platform { get; } = Read("platform.schema.json");

    public static string Unit { get; } = Read("unit.schema.json");

    public static string Environment { get; } = Read("environment.schema.json");

    private static string Read(string name)
    {
        using var stream = typeof(ConfigurationSchema).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The schema {name} is not in the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
