namespace Slipway.Artifacts.Registries.Transport;

/// <summary>Ends a transfer in which nothing moves, or that never comes to its end.</summary>
internal sealed class Patience : IDisposable
{
    private readonly CancellationTokenSource _whole;
    private readonly CancellationTokenSource _idle;
    private readonly TimeSpan _idleLimit;

    /// <param name="options">Have the limits.</param>
    /// <param name="size">Bytes that are to be moved.</param>
    /// <param name="cancellation">The caller's own.</param>
    public Patience(RegistryOptions options, long size, CancellationToken cancellation)
    {
        _idleLimit = options.IdleLimit;
        _whole = new(options.IdleLimit * 2 + TimeSpan.FromSeconds((double)size / options.SlowestRate));
        _idle = CancellationTokenSource.CreateLinkedTokenSource(_whole.Token, cancellation);
        Moved();
    }

    public CancellationToken Token => _idle.Token;

    public void Moved() => _idle.CancelAfter(_idleLimit);

    public void Dispose()
    {
        _idle.Dispose();
        _whole.Dispose();
    }
}
