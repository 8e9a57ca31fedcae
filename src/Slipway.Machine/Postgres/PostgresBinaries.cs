using System.Globalization;
using System.Text.RegularExpressions;
using Slipway.Machine.Processes;

namespace Slipway.Machine.Postgres;

/// <summary>A folder with <c>initdb</c> and <c>postgres</c>.</summary>
internal sealed partial record PostgresBinaries(string Folder, string Version)
{
    // DROP DATABASE ... WITH (FORCE) came with 13.
    private const int Oldest = 13;

    public string Initdb => Path.Combine(Folder, "initdb");

    public string Postgres => Path.Combine(Folder, "postgres");

    /// <summary>The binaries of a folder, or null when it holds none that run here.</summary>
    public static async Task<PostgresBinaries?> ReadAsync(string folder, IProcessRunner runner, CancellationToken cancellationToken)
    {
        var postgres = Path.Combine(folder, "postgres");
        if (Executables.Find(postgres) is null || Executables.Find(Path.Combine(folder, "initdb")) is null) return null;
        var answer = await runner.RunAsync(
            ProcessRequest.For(postgres, "--version") with { TimeLimit = TimeSpan.FromSeconds(10) }, cancellationToken).ConfigureAwait(false);
        return Number.Match(answer.Output) is { Success: true } match
            && int.Parse(match.Groups["major"].ValueSpan, CultureInfo.InvariantCulture) >= Oldest
            ? new(folder, match.Value)
            : null;
    }

    [GeneratedRegex(@"(?<major>[0-9]+)(\.[0-9]+)*", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Number { get; }
}
