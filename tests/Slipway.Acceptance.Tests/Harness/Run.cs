namespace Slipway.Acceptance.Tests.Harness;

/// <summary>What one call of the launcher came to.</summary>
public sealed record Run(int ExitCode, string Output, string Error)
{
    private const string Heading = "\nFAILED ";

    /// <summary>The last thing that was printed: every failure, repeated whole.</summary>
    public string Failures => Output.IndexOf(Heading, StringComparison.Ordinal) is >= 0 and var start ? Output[(start + 1)..].TrimEnd('\n') : "";

    /// <summary>What standard error says is wrong; Cake puts a word of its own before what it meets while it sets up.</summary>
    public string Problems => Error.StartsWith("Error: ", StringComparison.Ordinal) ? Error["Error: ".Length..] : Error;

    /// <summary>Everything, for the message of a test that fails.</summary>
    public override string ToString() => $"exit code {ExitCode}\n{Output}\n{Error}";

    /// <summary>The same run, which must have ended with this exit code.</summary>
    public Run Exits(int exitCode)
    {
        Assert.True(ExitCode == exitCode, $"expected exit code {exitCode}, but: {this}");
        return this;
    }

    /// <summary>A run that failed because of one unit in one stage, and showed last what was wrong.</summary>
    /// <returns>What it showed below the heading.</returns>
    public string FailsAlone(string unit, string stage)
    {
        Exits(1);
        Assert.True(Failures.StartsWith($"FAILED {unit} {stage}: ", StringComparison.Ordinal), $"expected a failure of {unit} in {stage}, but: {this}");
        Assert.Single(Failures.Split('\n'), line => line.StartsWith("FAILED ", StringComparison.Ordinal));
        return Failures[(Failures.IndexOf('\n', StringComparison.Ordinal) + 1)..];
    }
}
