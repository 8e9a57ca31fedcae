using System.Globalization;
using Slipway.Artifacts.Registries;
using Slipway.Frosting.Output;

namespace Slipway.Frosting.Publishing;

/// <summary>Shows that something moves: a line every few seconds while one blob takes its time.</summary>
internal sealed class TransferPrinter(TimeProvider clock) : IProgress<RegistryTransfer>
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);
    private readonly Lock _lock = new();
    private long _last = clock.GetTimestamp();

    public void Report(RegistryTransfer value)
    {
        lock (_lock)
        {
            if (clock.GetElapsedTime(_last) < Every) return;
            _last = clock.GetTimestamp();
        }
        Painter.Line(string.Create(CultureInfo.InvariantCulture, $"  {value.Blob.Short}  {value.Moved / 1e6:0.0} of {value.Size / 1e6:0.0} MB"), "grey");
    }
}
