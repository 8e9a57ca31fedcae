using System.Security.Cryptography;

namespace Verify.Tests;

public sealed class Scrubbers
{
    [Fact]
    public Task Name_the_folders_of_the_test() => Verifier.Verify($"""
        project {Path.Combine(ProjectFolder(), "x.txt")}
        program {Path.Combine(AppContext.BaseDirectory, "y.txt")}
        temporary {Path.Combine(Path.GetTempPath(), "z.txt")}
        """);

    [Fact]
    public Task Hide_times_and_digests_everywhere() => Verifier.Verify($"""
        sha256:{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32))}
        at {DateTimeOffset.UtcNow:O} and {DateTime.Now:yyyy-MM-dd HH:mm:ss}
        took {DateTime.Now.TimeOfDay:c} or 12 ms or 1.5s
        """);

    [Fact]
    public Task Of_one_call_are_chained_on_it() => Verifier.Verify("keep\ndrop this\nport 4711\nUPPER")
        .ScrubLinesContaining("DROP")
        .ScrubLinesWithReplace(line => line.StartsWith("port", StringComparison.Ordinal) ? "port {Port}" : line)
        .AddScrubber(text => text.Replace("UPPER", "upper"));

    [Fact]
    public Task Of_settings_do_not_reach_the_next_call()
    {
        var settings = new VerifySettings();
        settings.ScrubLinesContaining("a");
        _ = Verifier.Verify("unused", settings).ScrubLinesContaining("b");
        return Verifier.Verify("a\nb", settings);
    }

    private static string ProjectFolder()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Verify.Tests.csproj")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }
}
