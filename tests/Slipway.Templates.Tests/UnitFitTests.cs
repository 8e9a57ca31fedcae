using System.Text.Json;
using System.Xml.Linq;

namespace Slipway.Templates.Tests;

/// <summary>A new unit brings nothing that its platform would have to be edited for.</summary>
public sealed class UnitFitTests(NorthStar star)
{
    private readonly InstantiatedPlatform _platform = star.Platform;

    [Theory]
    [InlineData("services/payments")]
    [InlineData("packages/money")]
    public void Every_package_of_NuGet_that_it_uses_has_its_version_in_the_platform(string unit)
    {
        var known = Names("Directory.Packages.props", "PackageVersion").ToHashSet(StringComparer.Ordinal);

        var used = Projects(unit).SelectMany(project => Names(project, "PackageReference"));

        Assert.All(used, package => Assert.Contains(package, known));
    }

    [Theory]
    [InlineData("services/payments")]
    [InlineData("packages/money")]
    public void Every_project_that_it_references_is_there(string unit)
    {
        var references =
            from project in Projects(unit)
            from reference in Names(project, "ProjectReference")
            select Path.GetFullPath(reference, Path.GetDirectoryName(Path.Combine(_platform.Root, project))!);

        Assert.All(references, reference => Assert.True(File.Exists(reference), reference));
    }

    [Fact]
    public void Every_package_of_npm_that_it_uses_is_locked_in_the_platform_in_that_version()
    {
        using var manifest = JsonDocument.Parse(_platform.Read("apps/admin/package.json"));
        using var locked = JsonDocument.Parse(_platform.Read("package-lock.json"));
        var packages = locked.RootElement.GetProperty("packages");

        Assert.All(manifest.RootElement.GetProperty("dependencies").EnumerateObject(), used =>
            Assert.Equal(packages.GetProperty($"node_modules/{used.Name}").GetProperty("version").GetString(), used.Value.GetString()));
    }

    [Fact]
    public void The_recorded_answers_of_its_suite_are_byte_for_byte_those_of_the_template()
    {
        var template = Path.Combine(Repository.Root, "templates/service/services/sample-unit/evals");

        Assert.NotEmpty(_platform.Files("services/payments/evals"));
        Assert.All(_platform.Files("services/payments/evals"), file =>
            Assert.Equal(File.ReadAllBytes(Path.Combine(template, file)), File.ReadAllBytes(Path.Combine(_platform.Root, "services/payments/evals", file))));
    }

    private IEnumerable<string> Projects(string unit) =>
        _platform.Files(unit).Where(file => file.EndsWith(".csproj", StringComparison.Ordinal)).Select(file => $"{unit}/{file}");

    private IEnumerable<string> Names(string file, string item) =>
        XDocument.Parse(_platform.Read(file)).Descendants(item).Select(element => element.Attribute("Include")!.Value);
}
