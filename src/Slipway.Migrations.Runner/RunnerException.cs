namespace Slipway.Migrations.Runner;

/// <summary>A failure with a known exit code: its message is for the person who reads the deployment's log, no stack trace is shown.</summary>
/// <param name="exit">What the process says.</param>
/// <param name="code">One of <see cref="Codes"/>.</param>
/// <param name="message">What is wrong, where, and why.</param>
/// <param name="mend">How to mend it.</param>
/// <param name="inner">What it comes from.</param>
internal sealed class RunnerException(ExitCode exit, string code, string message, string mend, Exception? inner = null) : Exception(message, inner)
{
    public ExitCode Exit { get; } = exit;

    public string Code { get; } = code;

    public string Mend { get; } = mend;
}
