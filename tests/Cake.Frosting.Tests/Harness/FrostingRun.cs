using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;

namespace Cake.Frosting.Tests.Harness;

/// <summary>A run of <see cref="CakeHost"/> and what came of it.</summary>
internal sealed partial record FrostingRun(int ExitCode, string Output, string Error, IReadOnlyList<string> Trace)
{
    /// <summary>The lines of the summary table, as <c>task status</c>.</summary>
    public IReadOnlyList<string> Report { get; } =
        [.. ReportLine().Matches(Output).Select(line => $"{line.Groups["task"]} {line.Groups["status"]}")];

    /// <summary>Runs a host in this process. The console is the process's own, so the assembly's tests run one after another.</summary>
    public static FrostingRun Of(Action<CakeHost> wire, params string[] args)
    {
        var trace = new Trace();
        var host = new CakeHost().ConfigureServices(services => services.AddSingleton(trace));
        wire(host);

        var (before, beforeError) = (Console.Out, Console.Error);
        using var output = new StringWriter();
        using var error = new StringWriter();
        try
        {
            Console.SetOut(output);
            Console.SetError(error);
            var exitCode = host.Run(args);
            return new(exitCode, Plain(output.ToString()), Plain(error.ToString()), trace.Events);
        }
        finally
        {
            Console.SetOut(before);
            Console.SetError(beforeError);
        }
    }

    private static string Plain(string text) => Colour().Replace(text, string.Empty).ReplaceLineEndings("\n").Trim();

    [GeneratedRegex(@"\e\[[0-9;]*m")]
    private static partial Regex Colour();

    [GeneratedRegex(@"^(?<task>\S+) +(\d\d:\d\d:\d\d\.\d+|-) +(?<status>\w+)", RegexOptions.Multiline)]
    private static partial Regex ReportLine();
}
