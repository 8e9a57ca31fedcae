using System.Net.Sockets;
using Slipway.Model.Problems;

namespace Slipway.Machine.Processes;

/// <summary>A server that runs beside us until it is disposed, and dies with us whatever happens.</summary>
public sealed class ChildProcess : IAsyncDisposable
{
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(25);
    private readonly RunningProcess _process;
    private readonly LineWatch _watch;
    private readonly string _commandLine;
    private readonly int _stopSignal;
    private readonly TimeSpan _grace;

    private ChildProcess(RunningProcess process, LineWatch watch, string commandLine, int stopSignal, TimeSpan grace) =>
        (_process, _watch, _commandLine, _stopSignal, _grace) = (process, watch, commandLine, stopSignal, grace);

    public int Id => _process.Id;

    public bool HasExited => _process.HasExited;

    /// <summary>Completes when the program has ended, with its exit code.</summary>
    public Task<int> Exited => ExitedAsync();

    /// <summary>The last 40 lines that it wrote.</summary>
    public string Tail => _process.Tail.ToString();

    /// <summary>Starts the program and returns at once. The request's time limit does not count.</summary>
    /// <param name="request">The program.</param>
    /// <param name="stopSignal">The signal that asks it to stop: SIGTERM by default; PostgreSQL wants SIGINT (2).</param>
    /// <param name="grace">How long it may take to stop before it is killed; 5 seconds by default.</param>
    public static ChildProcess Start(ProcessRequest request, int stopSignal = Signals.Terminate, TimeSpan? grace = null)
    {
        var watch = new LineWatch(request.OnLine);
        // What a server writes in an hour is of no use: the tail is.
        var process = RunningProcess.Start(request with { OnLine = watch.Add, OutputLimit = 100_000 });
        return new(process, watch, request.CommandLine, stopSignal, grace ?? TimeSpan.FromSeconds(5));
    }

    /// <summary>Waits for the first line, past ones included, that the condition accepts, and returns it.</summary>
    public Task<string> WaitForLineAsync(Func<string, bool> accepts, TimeSpan limit, CancellationToken cancellationToken = default) =>
        ReadyAsync(token => _watch.FirstAsync(accepts).WaitAsync(token), limit, cancellationToken);

    /// <summary>Waits until somebody answers on a loopback port.</summary>
    public Task WaitForPortAsync(int port, TimeSpan limit, CancellationToken cancellationToken = default) => ReadyAsync(
        async token =>
        {
            while (!await AnswersAsync(port, token).ConfigureAwait(false)) await Task.Delay(_pause, token).ConfigureAwait(false);
            return port;
        },
        limit,
        cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _process.StopAsync(_stopSignal, _grace, rootOnly: true).ConfigureAwait(false);
        await _process.DisposeAsync().ConfigureAwait(false);
    }

    private async Task<int> ExitedAsync()
    {
        await _process.Ended.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return _process.ExitCode;
    }

    private async Task<T> ReadyAsync<T>(Func<CancellationToken, Task<T>> wait, TimeSpan limit, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        stop.CancelAfter(limit);
        var ready = wait(stop.Token);
        if (await Task.WhenAny(ready, _process.Ended).ConfigureAwait(false) != ready)
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await ((Task)ready).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!ready.IsCompletedSuccessfully)
                throw NotReady($"ended with exit code {await ExitedAsync().ConfigureAwait(false)} before it was ready");
        }

        try
        {
            return await ready.ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw NotReady($"was not ready after {limit.TotalSeconds:0.###} s");
        }
    }

    private KnownFailureException NotReady(string what) => new(new Problem
    {
        Code = Codes.EndedEarly,
        Message = $"{_commandLine} {what}; its last output:{LastOutput.Of(Tail)}",
        Mend = "the last output says why; run the command by hand to see all of it",
    });

    private static async Task<bool> AnswersAsync(int port, CancellationToken cancellationToken)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(System.Net.IPAddress.Loopback, port, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
