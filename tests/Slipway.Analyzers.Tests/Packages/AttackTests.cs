namespace Slipway.Analyzers.Tests.Packages;

/// <summary>What a project file can do against the rules, in real builds: each survives, or the build says that the rules are not heard.</summary>
public class AttackTests(PackedAnalyzers packed) : IClassFixture<PackedAnalyzers>
{
    private const string Uses = "<ItemGroup><ProjectReference Include=\"../../catalog/Catalog/Catalog.csproj\" /></ItemGroup>";

    [Theory]
    [InlineData("<PropertyGroup><NoWarn>SLW1001;SLW1002</NoWarn><WarningsNotAsErrors>SLW1001</WarningsNotAsErrors><TreatWarningsAsErrors>false</TreatWarningsAsErrors></PropertyGroup>", "SLW1001")]
    [InlineData("<PropertyGroup><SlipwayUnit>services/catalog</SlipwayUnit><SlipwayFacts>x</SlipwayFacts><SlipwayMap>y</SlipwayMap></PropertyGroup>", "SLW1001")]
    [InlineData("<PropertyGroup><SlipwayAnalysisMode>none</SlipwayAnalysisMode></PropertyGroup>", "SLW1001")]
    [InlineData("<PropertyGroup><GenerateAssemblyInfo>false</GenerateAssemblyInfo></PropertyGroup>", "SLW1001")]
    [InlineData("<PropertyGroup><RunAnalyzers>false</RunAnalyzers></PropertyGroup>", "SLW9001")]
    [InlineData("<PropertyGroup><RunAnalyzersDuringBuild>false</RunAnalyzersDuringBuild></PropertyGroup>", "SLW9001")]
    [InlineData("<Target Name=\"Off\" AfterTargets=\"_ComputeSkipAnalyzers\" BeforeTargets=\"_SlipwayCanary\"><PropertyGroup><_SkipAnalyzers>true</_SkipAnalyzers></PropertyGroup></Target>", "SLW9001")]
    [InlineData("<PropertyGroup><CompilerResponseFile>told.txt</CompilerResponseFile></PropertyGroup>", "SLW9001")]
    [InlineData("<PropertyGroup><NoWarn>$(NoWarn);9057</NoWarn></PropertyGroup>", "SLW9001")]
    [InlineData("<Target Name=\"Off\" AfterTargets=\"ResolveReferences\"><ItemGroup><Analyzer Remove=\"@(Analyzer)\" /></ItemGroup></Target>", "SLW9001")]
    [InlineData("<Target Name=\"Off\" BeforeTargets=\"CoreCompile\"><ItemGroup><AdditionalFiles Remove=\"@(AdditionalFiles)\" /></ItemGroup></Target>", "SLW9004")]
    [InlineData("<Target Name=\"Off\" AfterTargets=\"SlipwayStampUnit\" BeforeTargets=\"CoreCompile\"><ItemGroup><Compile Remove=\"**/Slipway.Unit.g.cs\" /></ItemGroup></Target>", "SLW1001")]
    [InlineData("<Target Name=\"Off\" AfterTargets=\"SlipwayStampUnit\" BeforeTargets=\"CoreCompile\"><ItemGroup><Compile Remove=\"$(_SlipwayStampFile)\" /></ItemGroup></Target>", "SLW1011")]
    public async Task A_project_file_silences_nothing_unheard(string attack, string heard)
    {
        using var platform = new PlatformFolder(packed.Feed)
            .Project("services/catalog/Catalog")
            .Project("services/ordering/Ordering", Uses + attack)
            .Write("services/ordering/Ordering/told.txt", "/nologo -skipanalyzers+\n");

        Assert.Contains(await platform.Build("services/ordering/Ordering"), error => error.Contains(heard, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("<ItemGroup><AssemblyMetadata Include=\"Slipway.Exposes\" Value=\"*\" /></ItemGroup>", "", "SLW1011")]
    [InlineData("", "[assembly: System.Reflection.AssemblyMetadata(\"Slipway.Exposes\", \"*\")]", "SLW1011")]
    [InlineData("<ItemGroup><_SlipwayStamp Include=\"Slipway.Exposes\" Value=\"*\" /><_SlipwayOpenWhole Include=\"x\" /><_SlipwayOpenSpace Include=\"Catalog\" /></ItemGroup>", "", "SLW1001")]
    public async Task A_service_does_not_open_itself(string attack, string code, string heard)
    {
        using var platform = new PlatformFolder(packed.Feed)
            .Project("services/catalog/Catalog", attack)
            .Write("services/catalog/Catalog/Open.cs", code)
            .Project("services/ordering/Ordering", Uses);

        Assert.Contains(await platform.Build("services/ordering/Ordering"), error => error.Contains(heard, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("services/ordering/platform.yaml")]
    [InlineData("services/ordering/Ordering/platform.yaml")]
    [InlineData("services/platform.yaml")]
    public async Task A_platform_file_in_a_unit_s_folder_moves_no_root(string file)
    {
        using var platform = new PlatformFolder(packed.Feed)
            .Project("services/catalog/Catalog").Project("services/ordering/Ordering", Uses)
            .Write(file, "layout:\n  services: [src/*]\n").Write("services/ordering/Ordering/src/platform.yaml", "name: deeper\n");

        Assert.Contains(
            await platform.Build("services/ordering/Ordering"),
            error => error.Contains($"cannot be judged: '{file}' moves the platform's root into a unit's folder", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("name: sample\n", "templates/platform")]
    [InlineData("layout:\n  exclude:\n    - path: services/sample\n      reason: a sample for readers\n", "services/sample")]
    public async Task A_platform_that_lies_in_no_unit_is_one_of_its_own(string outer, string folder)
    {
        using var platform = new PlatformFolder(packed.Feed)
            .Write("platform.yaml", outer).Write($"{folder}/platform.yaml", "name: inner\n").Project($"{folder}/services/ordering/Ordering");

        Assert.Empty(await platform.Build($"{folder}/services/ordering/Ordering"));
    }

    [Theory]
    [InlineData(".editorconfig", "root = true\n[*]\ndotnet_diagnostic.SLW1001.severity = none\n[*.cs]\ndotnet_diagnostic.SLW1001.severity = none\n")]
    [InlineData(".globalconfig", "is_global = true\nglobal_level = 999\ndotnet_diagnostic.SLW1001.severity = none\ndotnet_analyzer_diagnostic.severity = none\n")]
    public async Task A_configuration_file_silences_no_core_rule(string name, string text)
    {
        using var platform = new PlatformFolder(packed.Feed)
            .Project("services/catalog/Catalog")
            .Project("services/ordering/Ordering", Uses)
            .Write(name, text);

        Assert.Contains(await platform.Build("services/ordering/Ordering"), error => error.Contains("SLW1001", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(".globalconfig", "is_global = true\nbuild_property.SlipwayMap =\n")]
    [InlineData("Ordering/.globalconfig", "is_global = true\n  Build_Property.slipwaymap : /mine.map\n")]
    [InlineData("Ordering/.globalconfig", "is_global = true\nbuild_property.SlipwayFacts = /mine.facts\n")]
    [InlineData("mine.txt", "is_global = true\nglobal_level = 7\nbuild_property.MSBuildProjectFullPath = /x.csproj\n")]
    public async Task A_configuration_file_does_not_speak_for_the_targets(string name, string text)
    {
        using var platform = new PlatformFolder(packed.Feed)
            .Project("services/ordering/Ordering", "<ItemGroup><EditorConfigFiles Include=\"../mine.txt\" Condition=\"Exists('../mine.txt')\" /></ItemGroup>")
            .Write($"services/ordering/{name}", text);

        Assert.Contains(
            await platform.Build("services/ordering/Ordering"),
            error => error.Contains("SLW9001", StringComparison.Ordinal) && error.Contains("sets a build_property by which the targets tell the compiler whose project it is", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_compiler_that_cannot_load_the_rules_is_refused()
    {
        using var platform = new PlatformFolder(packed.Feed).Project("services/ordering/Ordering");

        Assert.Contains(
            await platform.Build("services/ordering/Ordering", "-p:CompilerApiVersion=roslyn4.14"),
            error => error.Contains("SLW9001: The boundary rules of 'Ordering' would not be heard", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_assembly_whose_stamp_was_stripped_is_told_where_it_is_used()
    {
        using var platform = new PlatformFolder(packed.Feed)
            .Project("services/catalog/Catalog", "<PropertyGroup><ManagePackageVersionsCentrally>false</ManagePackageVersionsCentrally></PropertyGroup>")
            .Project("services/ordering/Ordering", Uses);

        Assert.Contains(
            await platform.Build("services/ordering/Ordering"),
            error => error.Contains("SLW1011: The assembly 'Catalog' was built here and has no stamp", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_project_in_an_unknown_folder_is_refused()
    {
        using var platform = new PlatformFolder(packed.Feed).Project("shared/Money").Project("tests/Journeys");

        Assert.Equal(
            ["shared/Money/Money.csproj : error SLW9004: The boundaries of 'Money' cannot be judged: 'shared/Money/' is no unit's folder, nor build, tests or tools; move it into a unit's folder, or let the layout of platform.yaml claim or exclude it"],
            await platform.Build("shared/Money"));
        Assert.Empty(await platform.Build("tests/Journeys"));
    }
}
