namespace Slipway.Architecture.Tests.Projects;

public class PublicApiTests
{
    private static readonly string[] Files = ["PublicAPI.Shipped.txt", "PublicAPI.Unshipped.txt"];

    /// <summary>An analyzer is loaded, never linked: its public types are nobody's API.</summary>
    private static IEnumerable<Project> Linked => Project.Libraries.Where(project => !project.Name.StartsWith("Slipway.Analyzers", StringComparison.Ordinal));

    [Fact]
    public void Every_library_writes_down_what_it_makes_public() =>
        Rule.Holds(
            "A library has its public API on record; CONTRIBUTING.md has the command:",
            from project in Linked
            from file in Files
            where !Repository.Files.Contains($"{project.Folder}/{file}") || !Repository.Read($"{project.Folder}/{file}").StartsWith("#nullable enable", StringComparison.Ordinal)
            select $"{project.Folder}/{file}");

    [Fact]
    public void What_is_public_is_written_down_once() =>
        Rule.Holds(
            "A symbol stands once in a record:",
            from project in Linked
            from file in Files.Select(file => $"{project.Folder}/{file}")
            where Repository.Files.Contains(file)
            from same in Repository.Read(file).Split('\n', StringSplitOptions.RemoveEmptyEntries).GroupBy(line => line.Trim())
            where same.Count() > 1
            select $"{file}: {same.Key}");
}
