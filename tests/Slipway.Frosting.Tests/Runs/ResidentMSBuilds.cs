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
    public void A_repository_that_declares_a_task_has_none()
    {
        Task("one");
        Shop("""
            <UsingTask TaskName="Words" AssemblyFile="../../../../packages/words/src/Words/bin/Release/net10.0/Words.dll" />
            <Target Name="Tell" AfterTargets="Build"><Words Place="$(MSBuildProjectDirectory)/word.txt" /></Target>
            """, """<ProjectReference Include="../../../../packages/words/src/Words/Words.csproj" ReferenceOutputAssembly="false" />""");
        Passes();
        Assert.Empty(Servers());

        Task("two");
        Edited();

        Assert.Equal("two", Read("services/shop/src/Shop/word.txt"));
        Assert.Empty(Servers());
    }

    [Fact]
    public void Neither_has_one_that_imports_the_declaration_from_outside()
    {
        var outside = Directory.CreateTempSubdirectory("frosting-outside-").FullName;
        File.WriteAllText(Path.Join(outside, "out.props"), """<Project><UsingTask TaskName="Words" AssemblyFile="words.dll" /></Project>""");
        Shop($"""<Import Project="{outside}/out.props" />""");
        try
        {
            Passes();
            Assert.Empty(Servers());
        }
        finally
        {
            Directory.Delete(outside, recursive: true);
        }
    }

    [Theory]
    [InlineData("Words.dll")]
    [InlineData("Words.DLL")]
    public void A_task_of_a_package_that_was_replaced_is_loaded_anew(string name)
    {
        Task("one");
        Passes();
        var package = Path.Join(_clone.Packages, "words", "1.0.0");
        Directory.CreateDirectory(package);
        File.WriteAllText(Path.Join(package, "words.targets"), $"""
            <Project>
            <UsingTask TaskName="Words" AssemblyFile="$(MSBuildThisFileDirectory){name}" />
            <Target Name="Say" AfterTargets="Build"><Words Place="$(MSBuildProjectDirectory)/word.txt" /></Target>
            </Project>
            """);
        Package();
        Shop($"""
            <Import Project="{package}/words.targets" />
            <Target Name="Tell" AfterTargets="Build"><Exec Command="echo $PPID >builder.txt" /></Target>
            """);
        Served();
        // The package is younger than the first one that stayed.
        Edited();
        var server = Served();
        Assert.Equal("one", Read("services/shop/src/Shop/word.txt"));

        Task("two");
        Passes();
        Package();
        Edited();

        Assert.Equal("two", Read("services/shop/src/Shop/word.txt"));
        Assert.DoesNotContain(server, Servers());

        void Package() => File.Copy(Path.Join(_clone.Root, "packages/words/src/Words/bin/Release/net10.0/Words.dll"), Path.Join(package, name), overwrite: true);
    }

    [Theory]
    [InlineData("edited", false)]
    [InlineData("edited", true)]
    [InlineData("gone", false)]
    public void An_import_that_has_changed_is_read_anew_whatever_its_time_and_behind_a_link(string how, bool linked)
    {
        const string Real = "services/shop/src/Shop/real.txt";
        _clone.Write(Real, "<Project><PropertyGroup><Colour>RED</Colour></PropertyGroup></Project>");
        var import = linked ? "link.txt" : "real.txt";
        if (linked) File.CreateSymbolicLink(Path.Join(_clone.Root, "services/shop/src/Shop/link.txt"), "real.txt");
        Shop($"""
            <Import Project="{import}" Condition="Exists('{import}')" />
            <Target Name="Tell" AfterTargets="Build"><Exec Command="echo $PPID >builder.txt; echo $(Colour) >colour.txt" /></Target>
            """);
        Served();
        Assert.Equal("RED", Read("services/shop/src/Shop/colour.txt"));

        var path = Path.Join(_clone.Root, Real);
        var time = File.GetLastWriteTimeUtc(path);
        if (how == "gone") File.Delete(path);
        else
        {
            File.WriteAllText(path, File.ReadAllText(path).Replace("RED", "TAN", StringComparison.Ordinal));
            File.SetLastWriteTimeUtc(path, time);
        }
        Edited();

        Assert.Equal(how == "gone" ? "" : "TAN", Read("services/shop/src/Shop/colour.txt"));
    }

    [Fact]
    public void A_text_that_a_project_reads_and_that_has_changed_is_read_anew_whatever_its_time()
    {
        const string Text = "services/shop/src/Shop/hue.txt";
        _clone.Write(Text, "RED");
        Shop("""
            <PropertyGroup><Colour>$([System.IO.File]::ReadAllText('$(MSBuildThisFileDirectory)hue.txt').Trim())</Colour></PropertyGroup>
            <Target Name="Tell" AfterTargets="Build"><Exec Command="echo $PPID >builder.txt; echo $(Colour) >colour.txt" /></Target>
            """);
        Served();
        Assert.Equal("RED", Read("services/shop/src/Shop/colour.txt"));

        var path = Path.Join(_clone.Root, Text);
        var time = File.GetLastWriteTimeUtc(path);
        File.WriteAllText(path, "TAN");
        File.SetLastWriteTimeUtc(path, time);
        Edited();

        Assert.Equal("TAN", Read("services/shop/src/Shop/colour.txt"));
    }

    [Fact]
    public void An_import_from_outside_that_appears_changes_or_goes_builds_again()
    {
        var outside = Directory.CreateTempSubdirectory("frosting-outside-").FullName;
        var import = Path.Join(outside, "out.props");
        Shop($"""
            <Import Project="{import}" Condition="Exists('{import}')" />
            <Target Name="Tell" AfterTargets="Build"><Exec Command="echo $(Colour) >colour.txt" /></Target>
            """);
        try
        {
            foreach (var colour in (string[])["", "RED", "TAN", ""])
            {
                if (colour.Length == 0) File.Delete(import);
                else File.WriteAllText(import, $"""<Project><PropertyGroup><Colour>{colour}</Colour></PropertyGroup></Project>""");
                Passes();
                Assert.Equal(colour, Read("services/shop/src/Shop/colour.txt"));
            }
        }
        finally
        {
            Directory.Delete(outside, recursive: true);
        }
    }

    [Fact]
    public void Another_time_zone_asks_another_one()
    {
        Shop("""<Target Name="Tell" AfterTargets="Build"><Exec Command="echo $PPID >builder.txt; echo $([System.DateTime]::Now.ToString('zzz')) >zone.txt" /></Target>""");
        Served();

        using var zone = new EnvironmentScope(("TZ", "Asia/Tokyo"));
        Edited();

        Assert.Equal("+09:00", Read("services/shop/src/Shop/zone.txt"));
    }

    [Fact]
    public void A_script_that_the_PATH_calls_dotnet_has_its_say_in_every_build()
    {
        Shop("""<Target Name="Tell" AfterTargets="Build"><Exec Command="echo $PPID >builder.txt; echo $(Colour) >colour.txt" /></Target>""");
        var folder = Path.Join(_clone.Root, "artifacts", "bin");
        var dotnet = Environment.GetEnvironmentVariable("PATH")!.Split(':').Select(entry => Path.Join(entry, "dotnet")).First(File.Exists);
        Wrapper("RED");
        using var path = new EnvironmentScope(("PATH", $"{folder}:{Environment.GetEnvironmentVariable("PATH")}"));
        Served();
        Assert.Equal("RED", Read("services/shop/src/Shop/colour.txt"));

        Wrapper("TAN");
        Edited();

        Assert.Equal("TAN", Read("services/shop/src/Shop/colour.txt"));

        void Wrapper(string colour)
        {
            Directory.CreateDirectory(folder);
            File.WriteAllText(Path.Join(folder, "dotnet"), $"#!/bin/sh\nColour={colour} exec '{dotnet}' \"$@\"\n");
            File.SetUnixFileMode(Path.Join(folder, "dotnet"), (UnixFileMode)0b111_101_101);
        }
    }

    [Fact]
    public void Another_umask_asks_another_one()
    {
        Served();
        var file = Path.Join(_clone.Root, "services/shop/src/Shop/builder.txt");
        Assert.True(File.GetUnixFileMode(file).HasFlag(UnixFileMode.OtherRead));

        File.Delete(file);
        var before = Umask(0b000_111_111);
        try
        {
            Edited();
        }
        finally
        {
            _ = Umask(before);
        }

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
    }

    [Fact]
    public void A_note_that_names_somebody_else_is_not_believed_and_he_is_let_be()
    {
        Served();
        var note = Path.Join(_clone.Root, "artifacts", "work", "msbuild.server");
        var noted = File.ReadAllText(note).Split(' ');
        using var other = System.Diagnostics.Process.Start("sleep", "600");
        var started = File.ReadAllText($"/proc/{other.Id}/stat").Split(' ')[21];
        File.WriteAllText(note, string.Join(' ', [other.Id.ToString(CultureInfo.InvariantCulture), started, .. noted[2..]]));
        Settled();

        Edited();

        Assert.False(other.HasExited);
        Assert.NotEqual(int.Parse(noted[0], CultureInfo.InvariantCulture), Builder());
        other.Kill();
    }

    [Fact]
    public void One_whose_note_was_removed_gives_way_to_the_next_and_what_it_has_started_is_let_be()
    {
        // Without the mark by which a run ends what it has started.
        Shop("""<Target Name="Tell" AfterTargets="Build"><Exec Command="echo $PPID >builder.txt; test ! -f tired.txt || { rm tired.txt; env -u SLIPWAY_CHILD_OF sleep 600 &lt;/dev/null >/dev/null 2>&amp;1 &amp; echo $! >sleeper.txt; }" /></Target>""");
        Passes();
        var server = Assert.Single(Servers());
        Settled();
        _clone.Write("services/shop/src/Shop/tired.txt", "");
        Edited();
        Assert.Equal(server, Builder());

        Directory.Delete(Path.Join(_clone.Root, "artifacts"), recursive: true);
        Edited();

        Assert.NotEqual(server, Assert.Single(Servers()));
        var sleeper = int.Parse(Read("services/shop/src/Shop/sleeper.txt"), CultureInfo.InvariantCulture);
        Assert.Contains(LivingProcesses.Environ(sleeper), variable => variable.StartsWith("MSBUILDNODEHANDSHAKESALT=", StringComparison.Ordinal));
        System.Diagnostics.Process.GetProcessById(sleeper).Kill();
    }

    [Fact]
    public void Where_nothing_can_be_noted_nothing_stays_and_all_is_built()
    {
        Directory.CreateDirectory(Path.Join(_clone.Root, "artifacts", "work", "msbuild.server"));

        Passes();
        Edited();

        Assert.Empty(Servers());
        Assert.Equal($"edit {_edits}", _clone.RunShop());
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
        // What this test set is nobody else's, whatever becomes of the rest.
        _scope.Dispose();
        LivingProcesses.Kill($"SharedCompilationId={_alone}");
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

    // Two edits in a row, of which the second is built by the one that stayed.
    private int Served()
    {
        Edited();
        var server = Assert.Single(Servers());
        Settled();
        Edited();
        Assert.Equal(server, Builder());
        return server;
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

    [System.Runtime.InteropServices.DllImport("libc", EntryPoint = "umask"), System.Runtime.InteropServices.DefaultDllImportSearchPaths(System.Runtime.InteropServices.DllImportSearchPath.SafeDirectories)]
    private static extern uint Umask(uint mask);

    private int[] Servers() => LivingProcesses.Of("/nodemode:8", $"SharedCompilationId={_alone}");
}
