namespace Cake.Frosting.Tests.Harness;

/// <summary>What happened, in order. A singleton of each run, given to tasks and lifetimes through their constructors.</summary>
internal sealed class Trace
{
    private readonly List<string> _events = [];

    public IReadOnlyList<string> Events => _events;

    public void Add(string happened) => _events.Add(happened);
}
