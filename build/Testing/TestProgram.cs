using System.Globalization;
using System.Text.Json;
using Slipway.Machine.Processes;

namespace Slipway.Build.Testing;

/// <summary>One test project of this repository, built.</summary>
/// <param name="Name">The project's name, such as <c>Slipway.Model.Tests</c>.</param>
internal sealed record TestProgram(string Name)
{
    private static readonly string Results = Path.Combine(Repository.Artifacts, "reports", "tests");

    public static IEnumerable<TestProgram> FindAll() => Directory
        .EnumerateFiles(Path.Combine(Repository.Root, "tests"), "*.Tests.csproj", SearchOption.AllDirectories)
        .Select(project => new TestProgram(Path.GetFileNameWithoutExtension(project)))
        .OrderBy(program => program.Name, StringComparer.Ordinal);

    public async Task<TestProgramResult> RunAsync(TestSelection selection, CancellationToken cancellation)
    {
        var folder = Path.Combine(Repository.Root, "tests", Name, "bin", "Release", "net10.0");
        var report = Path.Combine(Results, $"{Name}.json");
        Directory.CreateDirectory(Results);
        File.Delete(report);
        var process = await new ProcessRunner().RunAsync(
            new ProcessRequest
            {
                FileName = "dotnet",
                Arguments =
                [
                    "exec", Path.Combine(folder, $"{Name}.dll"), "--progress", "off", "--no-ansi", "--results-directory", Results,
                    "--report-xunit-ctrf", "--report-xunit-ctrf-filename", Path.GetFileName(report),
                    .. selection.Arguments,
                ],
                WorkingDirectory = folder,
                TimeLimit = TimeSpan.FromMinutes(50),
            },
            cancellation);
        if (File.Exists(report)) return Read(report, process);
        return selection.MayBeEmpty && process.ExitCode == 0 ? new(Name, 0, [], [], process.Duration) : TestProgramResult.Broken(Name, process);
    }

    private TestProgramResult Read(string report, ProcessResult process)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(report));
        var results = document.RootElement.GetProperty("results");
        var summary = results.GetProperty("summary");
        var failures = results.GetProperty("tests").EnumerateArray()
            .Where(test => test.GetProperty("status").GetString() is not ("passed" or "skipped" or "pending"))
            .Select(test => string.Create(CultureInfo.InvariantCulture, $"{Text(test, "name")}\n{Text(test, "message")}\n{Text(test, "trace")}"))
            .ToArray();
        var skips = results.GetProperty("tests").EnumerateArray()
            .Where(test => test.GetProperty("status").GetString() is "skipped" or "pending")
            .Select(test => $"{Text(test, "name")}: {Text(test, "message")}")
            .ToArray();
        var crashed = process.ExitCode != 0 && failures.Length == 0;
        return new TestProgramResult(Name, summary.GetProperty("passed").GetInt32(), failures, skips, process.Duration)
        {
            Crash = crashed ? process.Tail : null,
        };
    }

    private static string Text(JsonElement test, string name) => test.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";
}
