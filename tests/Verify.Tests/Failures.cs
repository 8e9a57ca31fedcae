using System.Runtime.CompilerServices;

namespace Verify.Tests;

public sealed class Failures
{
    [Fact]
    public async Task A_missing_snapshot_is_a_failure_that_says_how_to_accept_the_result()
    {
        var failure = await Assert.ThrowsAnyAsync<Exception>(() => Verifier.Verify("new").UseFileName("absent"));

        Assert.Contains("There is no snapshot yet.", failure.Message);
        Assert.Contains("mv -f", failure.Message);
        Assert.Equal("new", Take("absent.received.txt"));
    }

    [Fact]
    public async Task A_difference_is_shown_with_its_neighbours_and_leaves_the_result_beside_the_snapshot()
    {
        var failure = await Assert.ThrowsAnyAsync<Exception>(() => Verifier
            .Verify(string.Join('\n', "one", "two", "three", "four", "FIVE", "six", "seven", "eight", "nine ", "ten"))
            .UseFileName("different"));

        Take("different.received.txt");
        await Verifier.Verify(failure.Message);
    }

    [Fact]
    public async Task A_result_that_agrees_again_removes_what_an_earlier_run_left()
    {
        await File.WriteAllTextAsync(Beside("same.received.txt"), "stale", TestContext.Current.CancellationToken);

        await Verifier.Verify("same").UseFileName("same");

        Assert.False(File.Exists(Beside("same.received.txt")));
    }

    [Fact]
    public async Task A_source_path_that_the_compiler_has_mapped_away_is_named_with_the_mend()
    {
        var failure = await Assert.ThrowsAnyAsync<Exception>(() => Verifier.Verify("text", sourceFile: "/mapped/away/Tests.cs"));

        Assert.Contains("/mapped/away/Tests.cs", failure.Message);
        Assert.Contains("empty PathMap", failure.Message);
    }

    private static string Take(string file)
    {
        var text = File.ReadAllText(Beside(file));
        File.Delete(Beside(file));
        return text;
    }

    private static string Beside(string file, [CallerFilePath] string source = "") => Path.Combine(Path.GetDirectoryName(source)!, file);
}
