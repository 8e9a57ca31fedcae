using System.Text.RegularExpressions;

namespace Slipway.Architecture.Tests.Projects;

public partial class SolutionTests
{
    private static readonly string[] Listed =
        [.. ProjectLine().Matches(Repository.Read("Build.sln")).Select(match => match.Groups[1].Value.Replace('\\', '/')).Order(StringComparer.Ordinal)];

    [Fact]
    public void The_solution_holds_every_project_of_build_src_and_tests_and_no_other() =>
        Assert.Equal(Project.All.Select(project => project.Path).Order(StringComparer.Ordinal), Listed);

    [Fact]
    public void The_solution_has_a_folder_for_each_place_of_the_house()
    {
        var solution = Repository.Read("Build.sln");

        Rule.Holds(
            "Build.sln shows projects in the solution folder of their place:",
            Project.All.Where(project => FolderOf(solution, project) != ExpectedFolder(project))
                .Select(project => $"{project.Path} lies in '{FolderOf(solution, project)}', not in '{ExpectedFolder(project)}'"));
    }

    [Fact]
    public void Every_project_has_a_lock_file() =>
        Rule.Holds(
            "A project's packages are locked, in a file that is committed (dotnet restore writes it):",
            Project.All.Where(project => !Repository.Files.Contains($"{project.Folder}/packages.lock.json")).Select(project => project.Path));

    private static string ExpectedFolder(Project project) => project.IsStandIn ? "Upstream" : project.Path[..project.Path.IndexOf('/', StringComparison.Ordinal)];

    private static string FolderOf(string solution, Project project)
    {
        var path = Regex.Escape(project.Path.Replace('/', '\\'));
        var id = Regex.Match(solution, $"\"{path}\", \"({{[^}}]+}})\"").Groups[1].Value;
        var parent = Regex.Match(solution, $@"^\t\t{Regex.Escape(id)} = ({{[^}}]+}})\r?$", RegexOptions.Multiline).Groups[1].Value;
        return Regex.Match(solution, $"= \"([^\"]+)\", \"[^\"]+\", \"{Regex.Escape(parent)}\"").Groups[1].Value;
    }

    [GeneratedRegex("""
        ^Project\("[^"]+"\) = "[^"]+", "([^"]+\.csproj)"
        """, RegexOptions.Multiline)]
    private static partial Regex ProjectLine();
}
