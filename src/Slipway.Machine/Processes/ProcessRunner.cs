using Slipway.Model.Problems;

namespace Slipway.Machine.Processes;

/// <summary>Runs programs of this machine, bounded in time, memory and descendants.</summary>
public sealed class ProcessRunner(TimeProvider? clock = null) : IProcessRunner
{
    private static readonly TimeSpan _grace = TimeSpan.FromSeconds(2);
    private readonly TimeProvider _clock = clock ?? TimeProvider.System;

    public async Task<ProcessResult> RunAsync(ProcessRequest request, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var started = _clock.GetTimestamp();
        using var limit = new CancellationTokenSource(request.TimeLimit, _clock);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        await using var process = RunningProcess.Start(request);
        try
        {
            await process.Ended.WaitAsync(stop.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await process.StopAsync(Signals.Terminate, _grace).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            throw TookTooLong(request, process);
        }

        // A terminal's Ctrl-C and a runner's SIGTERM reach some children before they reach the token's owner.
        if (process.ExitCode is 130 or 143) cancellationToken.ThrowIfCancellationRequested();
        return new()
        {
            CommandLine = request.CommandLine,
            ExitCode = process.ExitCode,
            Output = process.Output.ToString(),
            Error = process.Error.ToString(),
            Truncated = process.Output.Truncated || process.Error.Truncated,
            Tail = process.Tail.ToString(),
            Duration = _clock.GetElapsedTime(started),
        };
    }

    private static KnownFailureException TookTooLong(ProcessRequest request, RunningProcess process) => new(new Problem
    {
        Code = Codes.TimeLimit,
        Message = $"{request.CommandLine} took longer than its limit of {request.TimeLimit.TotalSeconds:0.###} s and was killed "
            + $"with everything that it had started; its last output:{LastOutput.Of(process.Tail.ToString())}",
        Mend = "find out from the last output what it waited for; if the work is really that long, raise the limit",
    });
}
