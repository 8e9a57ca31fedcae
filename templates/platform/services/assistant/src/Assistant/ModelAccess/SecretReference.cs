namespace Assistant.ModelAccess;

/// <summary>Resolves references to secrets, so that configuration files never hold one.</summary>
internal static class SecretReference
{
    private const string Variable = "env:";
    private const string FilePath = "file:";

    /// <exception cref="InvalidOperationException">The reference leads nowhere. The message names the reference, never a value.</exception>
    public static string Resolve(string reference)
    {
        if (reference.StartsWith(Variable, StringComparison.Ordinal))
        {
            var name = reference[Variable.Length..];
            return Environment.GetEnvironmentVariable(name) is { Length: > 0 } value
                ? value
                : throw new InvalidOperationException($"The environment variable {name}, which Model:Key refers to, is not set.");
        }
        if (!reference.StartsWith(FilePath, StringComparison.Ordinal))
            return reference;

        var path = reference[FilePath.Length..];
        return File.Exists(path)
            ? File.ReadAllText(path).Trim()
            : throw new InvalidOperationException($"The file {path}, which Model:Key refers to, does not exist.");
    }
}
