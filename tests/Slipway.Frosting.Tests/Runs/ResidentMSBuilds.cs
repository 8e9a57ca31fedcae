using System.Globalization;
using Slipway.Frosting.Tests.Harness;

namespace Slipway.Frosting.Tests.Runs;

/// <summary>The MSBuild that stays for the next run.</summary>
public sealed class ResidentMSBuilds : IDisposable
{
    private const string Project = "services/shop/src/Shop/Shop.csproj";
    private const string Program = "services/shop/src/Shop/Program.cs";
    private readonly DotNetClone _clone = new();
    private readonly string _alone = Guid.NewGuid().ToString("N");
    private readonly EnvironmentScope _scope;
    private int _edits;

    public ResidentMSBuilds()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux tells which files a process has loaded, in /proc.");
        // Found again by a variable that nobody else has; and the variables are away that a person does not set.
        _scope = new(("SharedCompilationId", _alone), ("MSBUILDDISABLENODEREUSE", null), ("UseSharedCompilation", null));
        _clone.Write(Program, "System.Console.WriteLine();");
        // The shell's parent is the MSBuild that built the service.
        Shop("""<Target Name="Tell" AfterTargets="Build"><Exec Command="echo $PPID >builder.txt" /></Target>""");
    }

    [Fact]
    public void The_one_that_a_run_has_started_builds_for_those_that_follow()
    {
        Passes();
        var server = Assert.Single(Servers());
        Assert.NotEqual(server, Builder());

        Settled();
        Edited();
        Assert.Equal(server, Builder());
        _clone.Write(Program, "this is no program");
        Assert.Equal(1, _clone.Run(_clone.Cache, "--target=Typecheck").ExitCode);
        Edited();

        Assert.Equal(server, Builder());
        Assert.Equal([server], Servers());
    }

    [Fact]
    public void A_task_of_the_repository_works_as_it_is_after_its_edit()
    {
        Task("one");
        Shop("""
            <UsingTask TaskName="Words" AssemblyFile="../../../../packages/words/src/Words/bin/Release/net10.0/Words.dll" />
            <Target Name="Tell" AfterTargets="Build"><Exec Command="echo $PPID >builder.txt" /><Words Place="$(MSBuildProjectDirectory)/word.txt" /></Target>
            """, """<ProjectReference Include="../../../../packages/words/src/Words/Words.csproj" ReferenceOutputAssembly="false" />""");
        Passes();
        foreach (var word in (string[])["two", "three", "four"])
        {
            // One that has not built yet will build this, and load the task; one that has is ended, and another one started.
            var server = Assert.Single(Servers());
            Settled();
            Edited();
            Assert.Equal(server, Builder());

            Task(word);
            Edited();
            Assert.Equal(word, Read("services/shop/src/Shop/word.txt"));
        }
    }

    [Fact]
    public void A_task_of_a_package_that_was_replaced_is_loaded_anew()
    {
        Task("one");
        var packaged = Path.Join(_clone.Packages, "words", "1.0.0", "Words.dll");
        Passes();
        Package();
        Settled();
        Shop($"""
            <UsingTask TaskName="Words" AssemblyFile="{packaged}" />
            <Target Name="Tell" AfterTargets="Build"><Exec Command="echo $PPID >builder.txt" /><Words Place="$(MSBuildProjectDirectory)/word.txt" /></Target>
            """);
        Edited();
        Settled();
        // The package is younger than the first one that stayed.
        Edited();
        Settled();
        Edited();
        var server = Builder();
        Edited();
        Assert.Equal(server, Builder());
        Assert.Equal("one", Read("services/shop/src/Shop/word.txt"));

        Task("two");
        Passes();
        Package();
        Edited();

        Assert.Equal("two", Read("services/shop/src/Shop/word.txt"));
        Assert.DoesNotContain(server, Servers());

        void Package()
        {
            Directory.CreateDirectory(Path.GetDirectoryName(packaged)!);
            File.Copy(Path.Join(_clone.Root, "packages/words/src/Words/bin/Release/net10.0/Words.dll"), packaged, overwrite: true);
        }
    }

    [Fact]
    public void Where_it_ends_in_the_midst_of_a_build_the_build_is_made_without_it()
    {
        Shop("""<Target Name="Tell" AfterTargets="Build"><Exec Command="echo $PPID >builder.txt; test ! -f fatal.txt || { rm fatal.txt; kill -KILL $PPID; sleep 60; }" /></Target>""");
        Passes();
        var server = Assert.Single(Servers());
        Settled();

        _clone.Write("services/shop/src/Shop/fatal.txt", "");
        Edited();

        Assert.DoesNotContain(server, Servers());
        Assert.NotEqual(server, Builder());
        Assert.Equal($"edit {_edits}", _clone.RunShop());
    }

    [Theory]
    [InlineData("CI", "true")]
    [InlineData("MSBUILDDISABLENODEREUSE", "1")]
    public void Where_nothing_may_stay_nothing_does(string variable, string value)
    {
        using var scope = new EnvironmentScope((variable, value));

        Passes();
        Edited();

        Assert.Empty(Servers());
    }

    public void Dispose()
    {
        foreach (var process in LivingProcesses.Of("", $"SharedCompilationId={_alone}")) System.Diagnostics.Process.GetProcessById(process).Kill();
        _scope.Dispose();
        _clone.Dispose();
    }

    private void Shop(string inside, string reference = "") => _clone.Write(Project, $"""
        <Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><OutputType>Exe</OutputType></PropertyGroup>
        <ItemGroup>{reference}</ItemGroup>
        {inside}
        </Project>
        """);

    private void Task(string word)
    {
        _clone.Write("packages/words/src/Words/Words.csproj", """
            <Project Sdk="Microsoft.NET.Sdk"><ItemGroup>
            <Reference Include="$(MSBuildToolsPath)/Microsoft.Build.Framework.dll" Private="false" />
            <Reference Include="$(MSBuildToolsPath)/Microsoft.Build.Utilities.Core.dll" Private="false" />
            </ItemGroup></Project>
            """);
        _clone.Write("packages/words/src/Words/Words.cs", $$"""
            public sealed class Words : Microsoft.Build.Utilities.Task
            {
                public string Place { get; set; } = "";

                public override bool Execute()
                {
                    System.IO.File.WriteAllText(Place, "{{word}}");
                    return true;
                }
            }
            """);
    }

    private void Edited()
    {
        _clone.Write(Program, $"System.Console.WriteLine(\"edit {++_edits}\");");
        Passes();
    }

    private void Passes()
    {
        var call = _clone.Run(_clone.Cache, "--target=Typecheck");
        Assert.True(call.ExitCode == 0, call.Output);
    }

    // One that was started less than a second ago may not listen yet, and nobody asks it.
    private static void Settled() => Thread.Sleep(1100);

    private int Builder() => int.Parse(Read("services/shop/src/Shop/builder.txt"), CultureInfo.InvariantCulture);

    private string Read(string path) => File.ReadAllText(Path.Join(_clone.Root, path)).Trim();

    private int[] Servers() => LivingProcesses.Of("/nodemode:8", $"SharedCompilationId={_alone}");
}
