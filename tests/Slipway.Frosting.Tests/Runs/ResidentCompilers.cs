using Slipway.Frosting.Tests.Harness;

namespace Slipway.Frosting.Tests.Runs;

/// <summary>The compiler that stays for the next run.</summary>
public sealed class ResidentCompilers : IDisposable
{
    private const string Program = "services/shop/src/Shop/Program.cs";
    private readonly DotNetClone _clone = new();
    private readonly string _alone = Guid.NewGuid().ToString("N");
    private readonly EnvironmentScope _scope;
    private int _edits;

    public ResidentCompilers()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux tells which processes there are, in /proc.");
        // Another id than anybody's, so that nobody else's server serves us, and the variables that a person does not set.
        _scope = new(("SharedCompilationId", _alone), ("MSBUILDDISABLENODEREUSE", null), ("UseSharedCompilation", null));
    }

    [Fact]
    public void The_one_that_a_run_has_started_compiles_for_the_next_also_after_a_run_that_failed()
    {
        Passes();
        var server = Assert.Single(Servers());

        _clone.Write(Program, "this is no program");
        Assert.Equal(1, _clone.Run(_clone.Cache, "--target=Typecheck").ExitCode);
        _clone.Write(Program, "System.Console.WriteLine(Ink.Colour + \" again\");");
        Passes();

        Assert.Equal(server, Assert.Single(Servers()));
        Assert.Equal("blue again", _clone.RunShop());
    }

    [Fact]
    public void While_it_is_there_no_other_is_started_and_when_it_is_gone_one_is()
    {
        Passes();
        var noted = File.ReadAllText(Note);
        Assert.Equal(Assert.Single(Servers()), Noted());

        Edited();
        Assert.Equal(noted, File.ReadAllText(Note));

        using (var server = System.Diagnostics.Process.GetProcessById(Noted()))
        {
            server.Kill();
            Assert.True(server.WaitForExit(TimeSpan.FromSeconds(30)));
        }
        Edited();
        Assert.NotEqual(noted, File.ReadAllText(Note));
        Assert.Equal(Assert.Single(Servers()), Noted());
    }

    [Theory]
    [InlineData("")]
    [InlineData("1 1 slipway-compiler\n")]
    [InlineData("no number at all\n\n")]
    [InlineData(null)]
    public void A_note_that_names_none_is_not_believed(string? text)
    {
        if (text is null) Directory.CreateDirectory(Note);
        else _clone.Write(Path.GetRelativePath(_clone.Root, Note), text);

        Passes();
        Edited();

        Assert.Single(Servers());
    }

    [Fact]
    public void Another_value_of_a_declared_variable_asks_another_one()
    {
        _clone.Write("platform.yaml", "variables: [SLIPWAY_TEST_TIER]\n");
        using (new EnvironmentScope(("SLIPWAY_TEST_TIER", "silver"))) Passes();
        using (new EnvironmentScope(("SLIPWAY_TEST_TIER", "gold"))) Passes();

        Assert.Equal(["gold", "silver"], Servers().Select(server => LivingProcesses.Environ(server).Single(variable => variable.StartsWith("SLIPWAY_TEST_TIER=", StringComparison.Ordinal))[18..]).Order());
    }

    [Fact]
    public void A_generator_of_the_repository_works_as_it_is_after_its_edit()
    {
        Generator("one");
        _clone.Write("services/shop/src/Shop/Shop.csproj", """
            <Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><OutputType>Exe</OutputType></PropertyGroup>
            <ItemGroup><ProjectReference Include="../../../../packages/words/src/Words/Words.csproj" OutputItemType="Analyzer" ReferenceOutputAssembly="false" /></ItemGroup></Project>
            """);
        _clone.Write(Program, "System.Console.WriteLine(Word.Value);");
        Passes();
        Assert.Equal("one", _clone.RunShop());

        // The server has loaded the other one, sees that this is not it, and ends; the run after that has a new one.
        Generator("two");
        Passes();
        Assert.Equal("two", _clone.RunShop());

        _clone.Write(Program, "System.Console.WriteLine(Word.Value + \" again\");");
        Passes();
        Assert.Equal("two again", _clone.RunShop());
        Assert.Single(Servers());
    }

    [Theory]
    [InlineData("CI", "true")]
    [InlineData("MSBUILDDISABLENODEREUSE", "1")]
    public void Where_nothing_may_stay_nothing_does(string variable, string value)
    {
        using var scope = new EnvironmentScope((variable, value));

        Passes();

        Assert.Empty(Servers());
    }

    public void Dispose()
    {
        LivingProcesses.Kill($"SharedCompilationId={_alone}");
        _scope.Dispose();
        _clone.Dispose();
    }

    private void Generator(string word)
    {
        _clone.Write("packages/words/src/Words/Words.csproj", """
            <Project Sdk="Microsoft.NET.Sdk"><ItemGroup><Reference Include="$(MSBuildToolsPath)/Roslyn/bincore/Microsoft.CodeAnalysis.dll" Private="false" /></ItemGroup></Project>
            """);
        _clone.Write("packages/words/src/Words/Words.cs", $$"""
            [Microsoft.CodeAnalysis.Generator]
            public sealed class Words : Microsoft.CodeAnalysis.IIncrementalGenerator
            {
                public void Initialize(Microsoft.CodeAnalysis.IncrementalGeneratorInitializationContext context) =>
                    context.RegisterPostInitializationOutput(output => output.AddSource("Word.g.cs", "static class Word { public const string Value = \"{{word}}\"; }"));
            }
            """);
    }

    private void Passes()
    {
        var call = _clone.Run(_clone.Cache, "--target=Typecheck");
        Assert.True(call.ExitCode == 0, call.Output);
    }

    private void Edited()
    {
        _clone.Write(Program, $"System.Console.WriteLine(Ink.Colour + \" {++_edits}\");");
        Passes();
        Assert.Equal($"blue {_edits}", _clone.RunShop());
    }

    private string Note => Path.Join(_clone.Root, "artifacts", "work", "compiler.server");

    private int Noted() => int.Parse(File.ReadAllText(Note).Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);

    private int[] Servers() => LivingProcesses.Of("VBCSCompiler", $"SharedCompilationId={_alone}");
}
