using System.Collections.Concurrent;

namespace Slipway.Pipeline.Runs;

/// <summary>Things that many units share for the time of a run, made when first asked for and disposed when the run ends.</summary>
public sealed class RunResources : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<Task<object>>> _resources = new(StringComparer.Ordinal);

    /// <summary>Whether somebody has stopped the run: then nothing is left of what it started, not even what would serve the next one.</summary>
    public bool Interrupted { get; internal set; }

    /// <summary>The resource under that name; whoever asks first makes it, everyone else waits for it.</summary>
    public async Task<T> GetAsync<T>(string name, Func<Task<T>> make)
        where T : notnull
    {
        var lazy = _resources.GetOrAdd(name, _ => new(async () => await make()));
        return (T)await lazy.Value;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var resource in _resources.Values.Where(resource => resource.IsValueCreated))
        {
            // One that could not be made has already been reported by the stage that asked for it.
            var made = await resource.Value.ContinueWith(task => task.IsCompletedSuccessfully ? task.Result : null, TaskScheduler.Default);
            if (made is IAsyncDisposable asynchronous) await asynchronous.DisposeAsync();
            else if (made is IDisposable disposable) disposable.Dispose();
        }
        _resources.Clear();
    }
}
