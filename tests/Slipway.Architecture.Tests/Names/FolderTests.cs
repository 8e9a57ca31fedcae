using Slipway.Architecture.Tests.Projects;

namespace Slipway.Architecture.Tests.Names;

public class FolderTests
{
    private static readonly string[] Kinds = ["Models", "Enums", "Interfaces", "Helpers", "Utils", "Utilities", "Common", "Misc"];

    [Fact]
    public void A_folder_is_named_for_a_feature_never_for_a_kind() =>
        Rule.Holds(
            "A folder gathers what changes together; these gather what looks alike:",
            Repository.OwnCode.Where(file => file.Split('/')[..^1].Intersect(Kinds, StringComparer.OrdinalIgnoreCase).Any()));

    [Fact]
    public void A_namespace_is_the_folder() =>
        Rule.Holds(
            "A file's namespace is its project's, and then its folders:",
            from project in Project.All
            where !project.IsStandIn // the stand-ins keep the namespaces of the packages that they stand in for
            from file in project.Code.Select(SourceFile.Read)
            where Project.All.Where(other => file.Path.StartsWith(other.Folder + "/", StringComparison.Ordinal)).MaxBy(other => other.Folder.Length) == project
            where file.Namespace is { } name && name != Expected(project, file)
            select $"{file.Path}: {file.Namespace}, not {Expected(project, file)}");

    private static string Expected(Project project, SourceFile file)
    {
        var root = project.Property("RootNamespace") ?? project.Name;
        return file.Folder == project.Folder ? root : $"{root}.{file.Folder[(project.Folder.Length + 1)..].Replace('/', '.')}";
    }
}
