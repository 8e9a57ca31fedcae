using Slipway.Architecture.Tests.Projects;

namespace Slipway.Architecture.Tests.Layers;

public class CakeTests
{
    private static readonly IEnumerable<Project> Others = Project.Libraries.Where(project => project.Name != "Slipway.Frosting");

    [Fact]
    public void Only_the_host_references_Cake() =>
        Rule.Holds(
            "Slipway.Frosting is the only library that references Cake:",
            from project in Others
            from reference in project.Packages.Concat(project.References)
            where reference.StartsWith("Cake.", StringComparison.Ordinal)
            select $"{project.Name} -> {reference}");

    [Fact]
    public void Only_the_host_uses_Cake() =>
        Rule.Holds(
            "Slipway.Frosting is the only library whose code names Cake's types:",
            from project in Others
            from file in project.Code
            where SourceFile.Read(file).Usings.Any(name => name == "Cake" || name.StartsWith("Cake.", StringComparison.Ordinal))
            select file);
}
