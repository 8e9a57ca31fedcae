namespace Slipway.Architecture.Tests.Projects;

public class ReadmeTests
{
    private const int Shortest = 8;
    private const int Longest = 35;

    [Fact]
    public void Every_project_says_in_a_short_readme_what_it_is_for() =>
        Rule.Holds(
            $"A project's folder has a README.md of {Shortest} to {Longest} lines: its purpose, its main types, what it must not do:",
            Project.All.Select(project => $"{project.Folder}/README.md").Where(readme => !IsGood(readme)));

    [Fact]
    public void Every_library_says_what_it_must_not_do() =>
        Rule.Holds(
            "A library's README says what it must not do:",
            Project.Libraries
                .Select(project => $"{project.Folder}/README.md")
                .Where(readme => Repository.Files.Contains(readme) && !Repository.Read(readme).Contains("must not", StringComparison.OrdinalIgnoreCase)));

    private static bool IsGood(string readme) =>
        Repository.Files.Contains(readme) && Repository.Read(readme).TrimEnd().Split('\n').Length is >= Shortest and <= Longest;
}
