using System.Diagnostics;
using Slipway.Machine.Processes;
using Slipway.Model.Problems;

namespace Slipway.Machine.Tests.Processes;

public sealed class ProcessRunnerTests
{
    private static readonly ProcessRunner _runner = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Both_streams_the_exit_code_and_the_tail_are_given_exactly()
    {
        var result = await Shell("printf 'one\\ntwo'; printf 'bad\\r\\n' >&2; exit 3");

        Assert.Equal(3, result.ExitCode);
        Assert.False(result.Succeeded);
        Assert.Equal("one\ntwo", result.Output);
        Assert.Equal("bad\r\n", result.Error);
        Assert.Equal(["bad", "one", "two"], result.Tail.Split('\n').Order());
        Assert.False(result.Truncated);
    }

    [Fact]
    public async Task Arguments_reach_the_program_as_they_are()
    {
        string[] words = ["two words", "", "'", "\"", "$HOME", "`id`", "*", "a\nb", "\\", "--", "ä€😀"];

        var result = await _runner.RunAsync(ProcessRequest.For("printf", ["%s\\0", .. words]), Token);

        Assert.Equal(words, result.Output.Split('\0')[..^1]);
    }

    [Fact]
    public async Task The_environment_is_ours_with_the_changes_asked_for()
    {
        var request = ProcessRequest.For("sh", "-c", "echo \"$ADDED ${HOME-none} $(test -n \"$PATH\" && echo path)\"").With("ADDED", "new").With("HOME", null);

        Assert.Equal("new none path\n", (await _runner.RunAsync(request, Token)).Output);
    }

    [Fact]
    public async Task Standard_input_is_closed_unless_it_is_given()
    {
        Assert.Equal("", (await _runner.RunAsync(ProcessRequest.For("cat"), Token)).Output);
        Assert.Equal("text\n", (await _runner.RunAsync(ProcessRequest.For("cat") with { StandardInput = "text\n" }, Token)).Output);
    }

    [Fact]
    public async Task A_program_that_does_not_read_its_input_is_no_error()
    {
        var result = await _runner.RunAsync(ProcessRequest.For("true") with { StandardInput = new string('x', 10_000_000) }, Token);

        Assert.True(result.Succeeded);
    }

    [Fact]
    public async Task A_program_may_read_much_while_it_writes_much()
    {
        var text = new string('x', 5_000_000);

        Assert.Equal(text, (await _runner.RunAsync(ProcessRequest.For("cat") with { StandardInput = text }, Token)).Output);
    }

    [Fact]
    public async Task Lines_come_one_at_a_time_while_the_program_runs()
    {
        var lines = new List<string>();
        var first = new TaskCompletionSource();
        var run = _runner.RunAsync(
            ProcessRequest.For("sh", "-c", "echo first; read -r go < \"$0\"; echo second", Fifo(out var fifo)) with
            {
                OnLine = line =>
                {
                    lines.Add(line);
                    first.TrySetResult();
                },
            },
            Token);

        await first.Task.WaitAsync(Token);
        Assert.Equal(["first"], lines);
        await File.WriteAllTextAsync(fifo, "go\n", Token);
        await run;
        Assert.Equal(["first", "second"], lines);
        File.Delete(fifo);
    }

    [Fact]
    public async Task A_reader_of_lines_that_throws_ends_the_program()
    {
        var trace = new Trace();

        var failure = await Assert.ThrowsAsync<InvalidDataException>(() => _runner.RunAsync(
            ProcessRequest.For("sh", "-c", $"echo line; sleep {trace.Duration}") with { OnLine = _ => throw new InvalidDataException("no") }, Token));

        Assert.Equal("no", failure.Message);
        Assert.Equal(0, trace.Sleepers);
    }

    [Fact]
    public async Task A_missing_program_says_what_to_install()
    {
        var failure = await Assert.ThrowsAsync<BadInputException>(() => _runner.RunAsync(ProcessRequest.For("npm").With("PATH", "/nowhere"), Token));

        Assert.Equal(
            "SLP3091: The program 'npm' is needed and was not found.\n  mend: install Node.js 20 or newer, which brings npm, and see that PATH names its folder",
            failure.Message);
    }

    [Fact]
    public async Task A_missing_folder_is_named()
    {
        var failure = await Assert.ThrowsAsync<BadInputException>(() => _runner.RunAsync(ProcessRequest.For("true") with { WorkingDirectory = "/no/where" }, Token));

        Assert.Contains("'/no/where', which does not exist", failure.Message);
    }

    [Fact]
    public async Task A_failure_that_is_demanded_shows_the_last_output()
    {
        var result = await Shell("echo why; exit 4");

        var failure = Assert.Throws<KnownFailureException>(() => result.OrFail("The thing"));
        Assert.StartsWith("SLP3092: The thing failed with exit code 4: sh -c 'echo why; exit 4'\n  | why\n", failure.Message);
    }

    [Fact]
    public async Task Many_short_runs_cost_little()
    {
        await Shell("true");
        var watch = Stopwatch.StartNew();
        for (var run = 0; run < 20; run++) await Shell("true");

        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 3);
    }

    private static Task<ProcessResult> Shell(string script) => _runner.RunAsync(ProcessRequest.For("sh", "-c", script), Token);

    private static string Fifo(out string path)
    {
        path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        Process.Start("mkfifo", [path]).WaitForExit();
        return path;
    }
}
