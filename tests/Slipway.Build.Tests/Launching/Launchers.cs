using System.Collections.Immutable;

namespace Slipway.Build.Tests.Launching;

/// <summary><c>build.sh</c> and <c>build.ps1</c> mean the same.</summary>
public sealed class Launchers : IDisposable
{
    private const string ToInstall = "Install the .NET SDK 10.0.401 (https://dotnet.microsoft.com/download), or one of its later patches, and put dotnet on the PATH.\n";
    private readonly PaperRepository _repository = Paper();

    public static TheoryData<string> Both => ["build.sh", "build.ps1"];

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Every_argument_arrives_as_it_was_typed(string launcher)
    {
        ImmutableArray<string> typed =
            ["--target=Unit", "--unit=catalog,ordering", "-t", "Lint", "-v:diagnostic", "--key=file:/a folder/key.pem", "--x=y", "two words", "", "\"", "--", "--last"];

        var run = await _repository.RunAsync(launcher, typed);

        Assert.Equal((0, string.Concat(typed.Select(argument => $"<{argument}>\n"))), (run.ExitCode, run.Output.ReplaceLineEndings("\n")));
    }

    [Fact]
    public async Task What_is_typed_at_a_prompt_of_PowerShell_arrives_too()
    {
        var run = await _repository.PromptAsync("./build.ps1 --target Unit --unit=catalog,ordering '--key=file:/a folder/key.pem' --image=file:image.tar --exclusive");

        Assert.Equal("<--target>\n<Unit>\n<--unit=catalog,ordering>\n<--key=file:/a folder/key.pem>\n<--image=file:image.tar>\n<--exclusive>\n", run.Output.ReplaceLineEndings("\n"));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task The_exit_code_is_the_hosts(string launcher) =>
        Assert.Equal(70, (await _repository.RunAsync(launcher, [], Variables("PAPER_HOST", "70"))).ExitCode);

    [Fact]
    public async Task A_source_that_was_renamed_is_another_source()
    {
        await _repository.RunAsync("build.sh", ["--help"]);
        File.Move(_repository.At("src/a/A.cs"), _repository.At("src/a/A.txt"));

        await _repository.RunAsync("build.sh", ["--help"]);

        Assert.Equal(2, _repository.Published);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Text_that_moves_from_the_end_of_one_source_to_the_beginning_of_the_next_makes_others_of_both(string launcher)
    {
        _repository.Write("src/a/A.cs", "// one\n// two\n");
        _repository.Write("src/a/B.cs", "// three\n");
        await _repository.RunAsync(launcher, ["--help"]);
        _repository.Write("src/a/A.cs", "// one\n");
        _repository.Write("src/a/B.cs", "// two\n// three\n");

        await _repository.RunAsync(launcher, ["--help"]);

        Assert.Equal(2, _repository.Published);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_source_behind_a_link_is_a_source(string launcher)
    {
        _repository.Write("elsewhere/C.cs", "// one\n");
        _repository.Write("elsewhere/folder/D.cs", "// one\n");
        File.CreateSymbolicLink(_repository.At("src/a/C.cs"), "../../elsewhere/C.cs");
        Directory.CreateSymbolicLink(_repository.At("src/linked"), "../elsewhere/folder");
        await _repository.RunAsync(launcher, ["--help"]);
        _repository.Write("elsewhere/C.cs", "// two\n");
        await _repository.RunAsync(launcher, ["--help"]);
        _repository.Write("elsewhere/folder/D.cs", "// two\n");

        await _repository.RunAsync(launcher, ["--help"]);

        Assert.Equal(3, _repository.Published);
    }

    [Fact]
    public async Task Both_run_one_host_and_compile_it_when_a_source_has_changed()
    {
        foreach (var launcher in (string[])["build.ps1", "build.sh", "build.ps1"]) Assert.Equal(0, (await _repository.RunAsync(launcher, [])).ExitCode);
        Assert.Equal(1, _repository.Published);

        _repository.Write("src/a/A.cs", "// changed\n");
        foreach (var launcher in (string[])["build.sh", "build.ps1"]) Assert.Equal(0, (await _repository.RunAsync(launcher, [])).ExitCode);

        Assert.Equal((2, 2), (_repository.Published, _repository.Hosts.Count()));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Without_dotnet_it_says_what_to_install(string launcher)
    {
        var run = await _repository.RunAsync(launcher, ["--help"], withDotnet: false);

        Assert.Equal((2, $"error: dotnet is not on the PATH.\n{ToInstall}"), (run.ExitCode, run.Error.ReplaceLineEndings("\n")));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Without_the_SDK_of_global_json_it_says_what_to_install(string launcher)
    {
        var run = await _repository.RunAsync(launcher, ["--help"], Variables("PAPER_VERSION", "145"));

        Assert.Equal(
            (2, $"error: global.json asks for the .NET SDK 10.0.401, which is not installed.\n{ToInstall}"),
            (run.ExitCode, run.Error.ReplaceLineEndings("\n")));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_host_that_does_not_compile_shows_why_and_leaves_nothing(string launcher)
    {
        var run = await _repository.RunAsync(launcher, ["--help"], Variables("PAPER_PUBLISH", "1"));

        Assert.Equal((2, "", "it does not compile\n"), (run.ExitCode, run.Output, run.Error.ReplaceLineEndings("\n")));
        Assert.Empty(_repository.Hosts);
    }

    public void Dispose() => _repository.Dispose();

    private static PaperRepository Paper()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The dotnet of paper is a shell script.");
        return new();
    }

    private static ImmutableDictionary<string, string?> Variables(string name, string value) =>
        ImmutableDictionary<string, string?>.Empty.Add(name, value);
}
