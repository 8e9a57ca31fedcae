namespace Slipway.Migrations.Runner;

/// <summary>Assemblies of a bundle that do not load: one that is a folder can lose a file, or get a damaged one, on its way.</summary>
internal static class NotWhole
{
    public const string Mend = "Bring every file of the release's migrate/ to where the bundle runs; --target=Verify says whether the release itself is whole.";

    /// <returns>What is wrong with which file; null where it is something else that failed.</returns>
    public static string? Find(Exception? failure) => failure switch
    {
        null => null,
        FileNotFoundException { FileName: { } name } when IsAssembly(name) => Of(name),
        FileLoadException { FileName: { } name } => Of(name),
        BadImageFormatException { FileName: { } name } => Of(name),
        _ => Find(failure.InnerException),
    };

    // A file that the service itself looks for has a path; an assembly is asked for by its whole name.
    private static bool IsAssembly(string name) => name.Contains(", Version=", StringComparison.Ordinal);

    // .NET says "not found" of a damaged one too.
    private static string Of(string name)
    {
        var path = Path.IsPathRooted(name) ? name : Path.Join(AppContext.BaseDirectory, $"{name.Split(',', 2)[0]}.dll");
        return $"The bundle is not whole: {path} is {(File.Exists(path) ? "damaged, or of another version than it was built with" : "missing")}.";
    }
}
