using System.Diagnostics;
using System.Text;

namespace Slipway.Machine.Processes;

/// <summary>A program that was started in a session of its own, so that everything it starts can be found and ended with it.</summary>
internal sealed class RunningProcess : IAsyncDisposable
{
    // A daemon that left the session can hold a pipe open for ever: after this its output is not waited for.
    private static readonly TimeSpan _drainLimit = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan _leftoverGrace = TimeSpan.FromMilliseconds(500);
    private readonly Process _process;
    private readonly ProcessTree _tree;
    private readonly Task _pumps;
    private readonly Lock _lines = new();
    private readonly TaskCompletionSource _readerFailed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Action<string>? _onLine;

    private RunningProcess(Process process, ProcessRequest request, Cookie cookie)
    {
        _process = process;
        _onLine = request.OnLine;
        _tree = new(process, cookie);
        Output = new(request.OutputLimit);
        Error = new(request.OutputLimit);
        _pumps = Task.WhenAll(
            OutputPump.RunAsync(process.StandardOutput, Output, Take),
            OutputPump.RunAsync(process.StandardError, Error, Take));
        Ended = EndAsync(request.StandardInput);
    }

    public int Id => _tree.Root;

    /// <summary>Completes when the program has exited, what it left running is gone, and its output has been read.</summary>
    public Task Ended { get; }

    public int ExitCode => _process.ExitCode;

    public bool HasExited => _process.HasExited;

    public BoundedText Output { get; }

    public BoundedText Error { get; }

    public TailLines Tail { get; } = new(40);

    public static RunningProcess Start(ProcessRequest request)
    {
        var start = new ProcessStartInfo
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            UseShellExecute = false,
            CreateNoWindow = true,
            WorkingDirectory = Executables.FolderOf(request),
        };
        var executable = Executables.Demand(request);
        foreach (var word in Session.Wrap(executable, request.Arguments)) start.ArgumentList.Add(word);
        start.FileName = start.ArgumentList[0];
        start.ArgumentList.RemoveAt(0);
        foreach (var (variable, value) in request.Environment)
        {
            if (value is null) start.Environment.Remove(variable);
            else start.Environment[variable] = value;
        }

        var cookie = new Cookie();
        start.Environment[Cookie.Variable] = cookie.Value;
        var process = Process.Start(start) ?? throw new InvalidOperationException($"{executable} did not start.");
        Reaper.Watch(process.Id);
        return new(process, request, cookie);
    }

    /// <summary>Ends the program and everything it started: first asked, then, after the grace, killed. Returns when all are gone.</summary>
    public async Task StopAsync(int signal, TimeSpan grace, bool rootOnly = false)
    {
        await _tree.EndAsync(signal, grace, rootOnly).ConfigureAwait(false);
        await Ended.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync(Signals.Kill, TimeSpan.Zero).ConfigureAwait(false);
        _process.Dispose();
    }

    private async Task EndAsync(string? input)
    {
        try
        {
            await FeedAsync(input).ConfigureAwait(false);
            var exit = _process.WaitForExitOnlyAsync();
            await (await Task.WhenAny(exit, _readerFailed.Task).ConfigureAwait(false)).ConfigureAwait(false);
        }
        finally
        {
            await _tree.EndAsync(Signals.Terminate, _leftoverGrace).ConfigureAwait(false);
            Reaper.Forget(_tree.Root);
        }

        try
        {
            await _pumps.WaitAsync(_drainLimit).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            // What escaped still writes; we have what it wrote so far.
        }
    }

    private async Task FeedAsync(string? input)
    {
        try
        {
            if (input is not null) await _process.StandardInput.WriteAsync(input).ConfigureAwait(false);
            _process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It exited without reading all of it, which is its right.
        }
    }

    private void Take(string line)
    {
        lock (_lines)
        {
            Tail.Add(line);
            if (_readerFailed.Task.IsCompleted) return;
            try
            {
                _onLine?.Invoke(line);
            }
            catch (Exception failure)
            {
                // It ends the program, but the pipes are still emptied: a full one would keep the program from ending.
                _readerFailed.SetException(failure);
            }
        }
    }
}
