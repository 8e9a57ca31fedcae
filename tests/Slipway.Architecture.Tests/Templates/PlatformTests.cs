using System.Xml.Linq;

namespace Slipway.Architecture.Tests.Templates;

/// <summary>The reference platform is what users get, so nothing of it may lie above it.</summary>
public class PlatformTests
{
    private const string Root = "templates/platform/";

    private static readonly string[] MSBuildFiles =
    [
        .. Repository.Files
            .Where(file => file.StartsWith(Root, StringComparison.Ordinal))
            .Where(file => Path.GetExtension(file) is ".csproj" or ".props" or ".targets"),
    ];

    [Theory]
    [InlineData("Directory.Build.props")]
    [InlineData("Directory.Build.targets")]
    [InlineData("Directory.Packages.props")]
    [InlineData("global.json")]
    [InlineData("nuget.config")]
    [InlineData(".editorconfig")]
    [InlineData("package.json")]
    public void The_platform_has_every_file_that_tools_look_for_upwards(string file) => Assert.Contains(Root + file, Repository.Files);

    [Fact]
    public void The_platforms_editorconfig_is_the_last_one_upwards() =>
        Assert.Contains("root = true", Repository.Read(Root + ".editorconfig").Split('\n').Select(line => line.Trim()));

    [Fact]
    public void The_platforms_package_sources_are_those_of_its_user() =>
        Assert.Empty(XDocument.Parse(Repository.Read(Root + "nuget.config")).Descendants("packageSources"));

    [Fact]
    public void No_project_of_the_platform_imports_or_references_from_above() =>
        Rule.Holds(
            "An import or a reference stays below templates/platform:",
            from file in MSBuildFiles
            from attribute in XDocument.Parse(Repository.Read(file)).Descendants()
                .Where(element => element.Name.LocalName is "Import" or "ProjectReference" or "Compile" or "None" or "Content")
                .Attributes()
            where attribute.Name.LocalName is "Project" or "Include"
            where attribute.Value.Contains("FileAbove", StringComparison.Ordinal) || Leaves(file, attribute.Value)
            select $"{file}: {attribute.Value}");

    private static bool Leaves(string file, string path)
    {
        var place = path.Replace('\\', '/').Replace("$(MSBuildThisFileDirectory)", "", StringComparison.Ordinal);
        var root = Path.GetFullPath(Path.Combine(Repository.Root, Root));
        return place.Contains("../", StringComparison.Ordinal)
            && !Path.GetFullPath(Path.Combine(Repository.Root, Path.GetDirectoryName(file)!, place)).StartsWith(root, StringComparison.Ordinal);
    }
}
