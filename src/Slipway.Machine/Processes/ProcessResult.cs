using Slipway.Model.Problems;

namespace Slipway.Machine.Processes;

/// <summary>What became of a program that ran to its end.</summary>
public sealed record ProcessResult
{
    public required string CommandLine { get; init; }

    /// <summary>The program's own; 128 + n where signal n ended it.</summary>
    public required int ExitCode { get; init; }

    /// <summary>Standard output, exactly, unless <see cref="Truncated"/>.</summary>
    public required string Output { get; init; }

    /// <summary>Standard error, exactly, unless <see cref="Truncated"/>.</summary>
    public required string Error { get; init; }

    /// <summary>The last 40 lines of both streams in the order in which they came.</summary>
    public required string Tail { get; init; }

    public required TimeSpan Duration { get; init; }

    /// <summary>Whether either stream was longer than the request's limit, so that its middle is missing.</summary>
    public bool Truncated { get; init; }

    public bool Succeeded => ExitCode == 0;

    /// <summary>This result, or a known failure that shows the command and its last output.</summary>
    /// <param name="what">What was being done, as in "npm ci of apps/storefront".</param>
    /// <param name="code">The caller's own code for it.</param>
    public ProcessResult OrFail(string what, string code = Codes.ProcessFailed) => Succeeded
        ? this
        : throw new KnownFailureException(new Problem
        {
            Code = code,
            Message = $"{what} failed with exit code {ExitCode}: {CommandLine}{LastOutput.Of(Tail)}",
            Mend = "run the command by hand in the same folder; its last output stands above",
        });
}
