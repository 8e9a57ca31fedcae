using System.Runtime.InteropServices;

namespace Slipway.Frosting.Hosting;

/// <summary>
/// Ctrl-C, SIGTERM and SIGHUP: the first asks the run to stop and waits for it, a second ends the host at once.
/// Without this the host would die at the first and leave its children behind.
/// </summary>
internal sealed class Signals : IDisposable
{
    private readonly Action _stop;
    private readonly PosixSignalRegistration[] _registrations;
    private int _exitCode;

    public Signals(Action stop)
    {
        _stop = stop;
        _registrations = [Handle(PosixSignal.SIGINT, 130), Handle(PosixSignal.SIGTERM, 143), Handle(PosixSignal.SIGHUP, 129)];
    }

    /// <summary>128 and the number of the first signal that came, as shells have it; null where none came.</summary>
    public int? ExitCode => _exitCode == 0 ? null : _exitCode;

    public void Dispose()
    {
        foreach (var registration in _registrations) registration.Dispose();
    }

    private PosixSignalRegistration Handle(PosixSignal signal, int code) => PosixSignalRegistration.Create(signal, context =>
    {
        var first = Interlocked.CompareExchange(ref _exitCode, code, 0) == 0;
        context.Cancel = first;
        if (first) _stop();
    });
}
