using Microsoft.CodeAnalysis.CSharp.Syntax;
using Slipway.Architecture.Tests.Projects;

namespace Slipway.Architecture.Tests.Purity;

/// <summary>Values in, values out: no files, no processes, no network, no clock, no environment.</summary>
public class PurityTests
{
    private const string List = "src/BannedSymbols.txt";

    private static readonly string[] Names = ["Slipway.Model", "Slipway.Evidence", "Slipway.Evaluation", "Slipway.Compatibility"];
    private static readonly string[] Forbidden = ["File", "Directory", "Process", "HttpClient", "Environment", "Console", "FileStream", "FileInfo", "DirectoryInfo"];

    private static IEnumerable<Project> Pure => Project.All.Where(project => Names.Contains(project.Name));

    [Fact]
    public void The_pure_libraries_take_the_list_of_banned_symbols() =>
        Assert.Equal(Names.Order(), Project.All.Where(project => project.Property("DoesNoIO") == "true").Select(project => project.Name).Order());

    [Theory]
    [InlineData("T:System.IO.File;")]
    [InlineData("T:System.IO.Directory;")]
    [InlineData("T:System.Diagnostics.Process;")]
    [InlineData("T:System.Net.Http.HttpClient;")]
    [InlineData("T:System.Environment;")]
    [InlineData("P:System.DateTime.Now;")]
    [InlineData("P:System.DateTime.UtcNow;")]
    [InlineData("P:System.DateTimeOffset.Now;")]
    [InlineData("P:System.DateTimeOffset.UtcNow;")]
    public void The_list_bans_what_touches_the_world(string symbol) =>
        Assert.Contains(Repository.Read(List).Split('\n'), line => line.StartsWith(symbol, StringComparison.Ordinal));

    [Fact]
    public void The_ban_is_not_lifted_anywhere() =>
        Rule.Holds(
            "RS0030 is not suppressed in a pure library:",
            from project in Pure
            from file in Repository.Files.Where(file => file.StartsWith(project.Folder + "/", StringComparison.Ordinal)).Append(".editorconfig")
            where Repository.Read(file).Contains("RS0030", StringComparison.Ordinal)
            select file);

    [Fact]
    public void The_pure_libraries_name_nothing_that_touches_the_world() =>
        Rule.Holds(
            "Model, Evidence, Evaluation and Compatibility do no I/O:",
            from project in Pure
            from file in project.Code.Select(SourceFile.Read)
            from name in file.Nodes<MemberAccessExpressionSyntax>().Select(access => access.Expression)
                .Concat(file.Nodes<ObjectCreationExpressionSyntax>().Select(creation => (ExpressionSyntax)creation.Type))
            where Forbidden.Contains(name.ToString())
            select $"{file.Path}: {name}");
}
