namespace Slipway.Architecture.Tests.Words;

public class WordTests
{
    /// <summary>Put together here, so that this file does not hold what it looks for.</summary>
    private static readonly string[] Registries = ["api." + "nuget.org", "registry." + "npmjs.org", "deb." + "debian.org", "registry." + "yarnpkg.com"];

    private static readonly string[] MachinePaths = ["/wo" + "rk/", "/tmp/" + "wt/", "/root" + "/", "/ho" + "me/", "/Use" + "rs/", @"C:\Use" + @"rs\"];

    private static readonly string[] Binary = [".png", ".ico", ".woff2", ".gz", ".zip", ".nupkg"];

    [Fact]
    public void No_file_names_a_registry() =>
        Rule.Holds("Packages come from the sources of whoever builds; only a lock file may say where one came from:", Naming(Registries));

    [Fact]
    public void No_file_names_a_path_of_one_machine() =>
        Rule.Holds("A path that exists on one machine only is of no use on another:", Naming(MachinePaths));

    private static IEnumerable<string> Naming(string[] words) =>
        from file in Repository.Files
        where !IsLockFile(file) && !Binary.Contains(Path.GetExtension(file))
        from line in Repository.Read(file).Split('\n').Index()
        from word in words
        where line.Item.Contains(word, StringComparison.OrdinalIgnoreCase)
        select $"{file}:{line.Index + 1}: {word}";

    private static bool IsLockFile(string file) => Path.GetFileName(file) is "package-lock.json" or "packages.lock.json";
}
