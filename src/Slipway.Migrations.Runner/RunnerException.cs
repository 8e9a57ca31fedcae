namespace Slipway.Migrations.Runner;

/// <summary>A failure with a known exit code: its message is for the person who reads the deployment's log, no stack trace is shown.</summary>
internal sealed class RunnerException(ExitCode code, string message, Exception? inner = null) : Exception(message, inner)
{
    public ExitCode Code { get; } = code;
}
