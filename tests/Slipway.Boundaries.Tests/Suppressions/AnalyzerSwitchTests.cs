using Slipway.Boundaries.Tests.Harness;

namespace Slipway.Boundaries.Tests.Suppressions;

public class AnalyzerSwitchTests
{
    [Theory]
    [InlineData("<PropertyGroup><RunAnalyzers>false</RunAnalyzers></PropertyGroup>")]
    [InlineData("<PropertyGroup Condition=\"'$(CI)' == 'true'\"><RunAnalyzersDuringBuild>False</RunAnalyzersDuringBuild></PropertyGroup>")]
    [InlineData("<PropertyGroup><ImportDirectoryBuildTargets>false</ImportDirectoryBuildTargets></PropertyGroup>")]
    [InlineData("<PropertyGroup><SlipwayUnit>services/billing</SlipwayUnit></PropertyGroup>")]
    [InlineData("<PropertyGroup><SlipwayAllowedEdges>mine.txt</SlipwayAllowedEdges></PropertyGroup>")]
    [InlineData("<Target Name=\"x\" BeforeTargets=\"CoreCompile\"><ItemGroup><Analyzer Remove=\"@(Analyzer)\" /></ItemGroup></Target>")]
    [InlineData("<ItemGroup><PackageReference Update=\"Slipway.Analyzers\" ExcludeAssets=\"analyzers\" /></ItemGroup>")]
    [InlineData("<ItemGroup><PackageReference Include=\"Slipway.Analyzers\"><IncludeAssets>compile</IncludeAssets></PackageReference></ItemGroup>")]
    [InlineData("<ItemGroup><GlobalPackageReference Remove=\"Slipway.Analyzers\" /></ItemGroup>")]
    [InlineData("<PropertyGroup><Off>false</Off><RunAnalyzers>$(Off)</RunAnalyzers></PropertyGroup>")]
    [InlineData("<Target Name=\"x\" AfterTargets=\"_ComputeSkipAnalyzers\"><PropertyGroup><_SkipAnalyzers>true</_SkipAnalyzers></PropertyGroup></Target>")]
    [InlineData("<Target Name=\"SlipwayStampUnit\" />")]
    [InlineData("<ItemGroup><Compile Remove=\"obj/**/Slipway.Unit.g.cs\" /></ItemGroup>")]
    [InlineData("<Target Name=\"x\" AfterTargets=\"_SlipwayCanary\"><PropertyGroup><NoWarn>CS1591</NoWarn></PropertyGroup></Target>")]
    [InlineData("<Target Name=\"x\"><ItemGroup><Mine Include=\"@(Analyzer)\" /><Analyzer Remove=\"@(Mine)\" /></ItemGroup></Target>")]
    [InlineData("<Target Name=\"x\"><ItemGroup><Analyzer Remove=\"$(NuGetPackageRoot)**/*.dll\" /></ItemGroup></Target>")]
    [InlineData("<Target Name=\"CoreCompile\"><Csc Sources=\"@(Compile)\" /></Target>")]
    [InlineData("<UsingTask TaskName=\"Microsoft.CodeAnalysis.BuildTasks.Csc\" AssemblyFile=\"mine.dll\" />")]
    [InlineData("<PropertyGroup><CscToolPath>tools</CscToolPath></PropertyGroup>")]
    [InlineData("<PropertyGroup><NoWarn>$(NoWarn);CS9057</NoWarn></PropertyGroup>")]
    [InlineData("<PropertyGroup><NoWarn>$(NoWarn);1591,9057</NoWarn></PropertyGroup>")]
    [InlineData("<PropertyGroup><WarningsNotAsErrors>AD0001</WarningsNotAsErrors></PropertyGroup>")]
    [InlineData("<PropertyGroup><CompilerResponseFile>$(Elsewhere)/told.txt</CompilerResponseFile></PropertyGroup>")]
    [InlineData("<PropertyGroup><runanalyzers>false</runanalyzers></PropertyGroup>")]
    [InlineData("<Target Name=\"x\"><ItemGroup><analyzer Remove=\"@(Analyzer)\" /></ItemGroup></Target>")]
    [InlineData("<ItemGroup><packagereference Include=\"Slipway.Analyzers\" excludeassets=\"analyzers\" /></ItemGroup>")]
    [InlineData("<PropertyGroup><slipwaymaps>mine</slipwaymaps></PropertyGroup>")]
    [InlineData("<PropertyGroup><_SlipwayBeside>true</_SlipwayBeside></PropertyGroup>")]
    [InlineData("<ItemGroup><_SlipwayStamp Include=\"Slipway.Exposes\" Value=\"*\" /></ItemGroup>")]
    [InlineData("<ItemGroup><AssemblyMetadata Include=\"Slipway.Exposes\" Value=\"*\" /></ItemGroup>")]
    [InlineData("<ItemGroup><AssemblyAttribute Include=\"System.Reflection.AssemblyMetadataAttribute\"><_Parameter1>Slipway.VisibleTo</_Parameter1></AssemblyAttribute></ItemGroup>")]
    [InlineData("<Target Name=\"x\"><CreateProperty Value=\"services/billing\"><Output TaskParameter=\"Value\" PropertyName=\"SlipwayUnit\" /></CreateProperty></Target>")]
    [InlineData("<Target Name=\"x\"><CreateProperty Value=\"mine.map\"><Output TaskParameter=\"Value\" PropertyName=\"slipwaymap\" /></CreateProperty></Target>")]
    [InlineData("<PropertyGroup><P>Unit</P></PropertyGroup><Target Name=\"x\"><CreateProperty Value=\"x\"><Output TaskParameter=\"Value\" PropertyName=\"Slipway$(P)\" /></CreateProperty></Target>")]
    [InlineData("<Target Name=\"x\"><CreateItem Include=\"unit\"><Output TaskParameter=\"Include\" ItemName=\"_SlipwayFact\" /></CreateItem></Target>")]
    [InlineData("<Target Name=\"x\"><CreateProperty Value=\"false\"><Output TaskParameter=\"Value\" PropertyName=\"RunAnalyzers\" /></CreateProperty></Target>")]
    [InlineData("<Target Name=\"x\"><CreateProperty Value=\"$(NoWarn);AD0001\"><Output TaskParameter=\"Value\" PropertyName=\"NoWarn\" /></CreateProperty></Target>")]
    [InlineData("<PropertyGroup><Hook>_SlipwayTellUnit</Hook></PropertyGroup><Target Name=\"x\" AfterTargets=\"Build;$(Hook)\" />")]
    [InlineData("<PropertyGroup><A>_Slip</A><B>$(A)way</B></PropertyGroup><Target Name=\"x\" AfterTargets=\"$(B)TellUnit\" />")]
    [InlineData("<Target Name=\"x\"><MSBuild Projects=\"x.csproj\" Properties=\"Configuration=Debug;SlipwayMaps=mine\" /></Target>")]
    [InlineData("<ItemGroup><Mine Include=\"x.csproj\"><AdditionalProperties>RunAnalyzers=false</AdditionalProperties></Mine></ItemGroup>")]
    public void What_would_silence_the_analyzers_is_found(string body)
    {
        using var platform = new SamplePlatform().With("services/orders").Write("services/orders/Orders.csproj", $"<Project>{body}</Project>");

        Assert.Equal(["SLW9001 services/orders/Orders.csproj"], platform.Rules());
    }

    [Theory]
    [InlineData("<PropertyGroup><RunAnalyzers>true</RunAnalyzers><RunAnalyzersDuringLiveAnalysis>false</RunAnalyzersDuringLiveAnalysis></PropertyGroup>")]
    [InlineData("<ItemGroup><Analyzer Remove=\"tools/Other.Analyzers.dll\" /></ItemGroup>")]
    [InlineData("<Target Name=\"AfterCoreCompile\" AfterTargets=\"CoreCompile\" /><UsingTask TaskName=\"Grab\" AssemblyFile=\"mine.dll\" />")]
    [InlineData("<PropertyGroup><NoWarn>$(NoWarn);CS1591;19057</NoWarn><CompilerResponseFile>$(CompilerResponseFile)</CompilerResponseFile></PropertyGroup>")]
    [InlineData("<ItemGroup><PackageReference Include=\"Other\" ExcludeAssets=\"analyzers\" /><PackageReference Include=\"Slipway.Analyzers\" PrivateAssets=\"all\" /></ItemGroup>")]
    [InlineData("<PropertyGroup><SlipwayAnalysisMode>adopt</SlipwayAnalysisMode><SlipwayVersion>1.0.0</SlipwayVersion></PropertyGroup>")]
    [InlineData("<ItemGroup><AssemblyMetadata Include=\"Slipway.Unity\" Value=\"*\" /></ItemGroup>")]
    [InlineData("<PropertyGroup><Hook>Build</Hook></PropertyGroup><Target Name=\"x\" AfterTargets=\"$(Hook);$(Other)\"><CreateProperty Value=\"false\"><Output TaskParameter=\"Value\" PropertyName=\"Mine\" /></CreateProperty></Target>")]
    [InlineData("<Target Name=\"x\"><CreateProperty Value=\"true\"><Output TaskParameter=\"Value\" PropertyName=\"RunAnalyzers\" /></CreateProperty><MSBuild Projects=\"x.csproj\" Properties=\"Configuration=Debug;RunAnalyzers=true\" /></Target>")]
    public void Its_legal_twin_is_clean(string body)
    {
        using var platform = new SamplePlatform().With("services/orders").Write("services/orders/Orders.csproj", $"<Project>{body}</Project>");

        Assert.Empty(platform.Rules());
    }

    [Fact]
    public void A_response_file_counts_too()
    {
        using var platform = new SamplePlatform().With("services/orders").Write("Directory.Build.rsp", "-p:RunAnalyzers=false\n");

        Assert.Equal(["SLW9001 Directory.Build.rsp"], platform.Rules());
    }

    [Fact]
    public void So_does_a_response_file_of_the_compiler()
    {
        using var platform = new SamplePlatform().With("services/orders").Write("services/orders/quick.rsp", "/skipanalyzers+\n");

        Assert.Equal(["SLW9001 services/orders/quick.rsp"], platform.Rules());
    }

    [Theory]
    [InlineData("told.txt", "-skipanalyzers", "told.txt")]
    [InlineData("told.txt", "-nullable:enable @more.args", "more.args")]
    [InlineData("quick.rsp", "/nologo @\"more.args\"", "more.args")]
    public void A_response_file_counts_whatever_it_is_called(string named, string text, string found)
    {
        using var platform = new SamplePlatform().With("services/orders")
            .Write("services/orders/Orders.csproj", $"<Project><PropertyGroup><CompilerResponseFile>{named}</CompilerResponseFile></PropertyGroup></Project>")
            .Write("services/orders/more.args", "/nologo -skipanalyzers+").Write($"services/orders/{named}", text);

        Assert.Equal([$"SLW9001 services/orders/{found}"], platform.Rules());
    }

    [Fact]
    public void A_response_file_that_switches_nothing_is_clean()
    {
        using var platform = new SamplePlatform().With("services/orders")
            .Write("services/orders/Orders.csproj", "<Project><PropertyGroup><CompilerResponseFile>told.txt</CompilerResponseFile></PropertyGroup></Project>")
            .Write("services/orders/told.txt", "-nullable:enable -skipanalyzers- -keyfile:x/skipanalyzers");

        Assert.Empty(platform.Rules());
    }

    [Theory]
    [InlineData(".globalconfig", "is_global = true\ndotnet_diagnostic.CS9057.severity = none\n")]
    [InlineData(".editorconfig", "[*.cs]\ndotnet_diagnostic.AD0001.severity = suggestion\n")]
    [InlineData(".editorconfig", "[*.cs]\n  dotnet_diagnostic.AD0001.severity : none\n")]
    [InlineData(".globalconfig", "is_global = true\nbuild_property.SlipwayMap =\n")]
    [InlineData(".globalconfig", "is_global = true\nBuild_Property.MSBuildProjectFullPath: /x.csproj\n")]
    public void A_configuration_that_silences_a_broken_analyzer_is_found(string file, string text)
    {
        using var platform = new SamplePlatform().With("services/orders").Write($"services/orders/{file}", text);

        Assert.Equal([$"SLW9001 services/orders/{file}"], platform.Rules());
    }

    [Theory]
    [InlineData(".editorconfig", "[*.cs]\ndotnet_diagnostic.SLW1001.severity = none\n")]
    [InlineData(".editorconfig", "[*.cs]\ndotnet_diagnostic.SLW1001.severity:none\n")]
    [InlineData("x.globalconfig", "is_global = true\ndotnet_diagnostic.slw1004.severity = suggestion\n")]
    [InlineData("Directory.Build.props", "<Project><PropertyGroup><NoWarn>$(NoWarn);CS1591;SLW1001</NoWarn></PropertyGroup></Project>")]
    [InlineData("Directory.Build.props", "<Project><PropertyGroup><nowarn>$(nowarn);SLW1008</nowarn></PropertyGroup></Project>")]
    public void A_severity_that_somebody_tries_to_change_is_found(string file, string text)
    {
        using var platform = new SamplePlatform().With("services/orders").Write($"services/orders/{file}", text);

        Assert.Equal([$"SLW9002 services/orders/{file}"], platform.Rules());
    }

    [Fact]
    public void A_configuration_of_the_root_counts_for_every_unit_below_it()
    {
        using var platform = new SamplePlatform().With("services/orders").Write(".editorconfig", "[*.cs]\ndotnet_diagnostic.SLW1001.severity = none\n").Write("tools/.editorconfig", "dotnet_diagnostic.SLW1001.severity = none\n");

        Assert.Equal(["SLW9002 .editorconfig"], platform.Rules());
    }

    [Theory]
    [InlineData(".editorconfig", "[*.cs]\n# dotnet_diagnostic.SLW1001.severity = none\n; dotnet_diagnostic.AD0001.severity = none\n")]
    [InlineData(".globalconfig", "is_global = true\nbuild_property.TargetFramework = net10.0\n# build_property.SlipwayMap =\n")]
    [InlineData(".editorconfig", "[*.cs]\ndotnet_diagnostic.CA1822.severity = none\ndotnet_diagnostic.SLW1008.severity = error\n")]
    [InlineData("Directory.Build.props", "<Project><PropertyGroup><NoWarn>$(NoWarn);CS1591</NoWarn></PropertyGroup></Project>")]
    public void Severities_of_others_are_nobodys_business_here(string file, string text)
    {
        using var platform = new SamplePlatform().With("services/orders").Write($"services/orders/{file}", text);

        Assert.Empty(platform.Rules());
    }
}
