using Slipway.Model.Problems;

namespace Slipway.Pipeline.Cache.Remote;

/// <summary>Counts the failures of the remote in one run, and gives up on it in time: a cache that is down must not cost a timeout for every node.</summary>
internal sealed class RemoteHealth(RemoteSettings settings, Action<Problem> say)
{
    private readonly Lock _lock = new();
    private int _failures;
    private bool _refused;

    public bool On { get; private set; } = true;

    public bool Writes => On && settings.Writes && !_refused;

    public void Failed(string what, string why, string code = Codes.RemoteFailed)
    {
        lock (_lock)
        {
            if (!On) return;
            say(new()
            {
                Code = code,
                Message = $"The remote cache did not {what}: {why}. The run goes on without that.",
                File = settings.Address.ToString(),
                Mend = "Look at the server and the way to it; the build is right without it, only slower.",
            });
            if (++_failures >= settings.Patience) Leave($"it failed {_failures} times");
        }
    }

    /// <summary>It does not let this run in at all.</summary>
    public void Denied(int status)
    {
        lock (_lock)
        {
            if (On) Leave($"it answered {status}, so it does not know the token or wants one");
        }
    }

    /// <summary>It can be read, but takes nothing.</summary>
    public void Refused(int status)
    {
        lock (_lock)
        {
            if (_refused || !On) return;
            _refused = true;
            say(new()
            {
                Code = Codes.RemoteReadOnly,
                Message = $"The remote cache answered {status} to an upload. It is only read for the rest of this run.",
                File = settings.Address.ToString(),
                Mend = "Let this token write, or set SLIPWAY_REMOTE_CACHE_MODE=read.",
            });
        }
    }

    private void Leave(string why)
    {
        On = false;
        say(new()
        {
            Code = Codes.RemoteOff,
            Message = $"The remote cache is left alone for the rest of this run: {why}.",
            File = settings.Address.ToString(),
            Mend = "Look at the server and at SLIPWAY_REMOTE_CACHE and SLIPWAY_REMOTE_CACHE_TOKEN; the build is right without it, only slower.",
        });
    }
}
