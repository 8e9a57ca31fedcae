using System.Collections.Immutable;

namespace Slipway.Benchmarks.Peers;

/// <summary>One build tool: how it is called on its tree.</summary>
internal abstract class Tool(Workshop workshop)
{
    protected Workshop Workshop { get; } = workshop;

    public abstract string Name { get; }

    public string Tree => Workshop.Tree(Name);

    /// <summary>Why it cannot take part, or null.</summary>
    public virtual string? Missing => null;

    /// <summary>Everything that it can do, as a person would ask for it.</summary>
    public abstract ImmutableArray<Command> Everything { get; }

    /// <summary>Build and unit tests; of what is affected, by its own judgement.</summary>
    public abstract ImmutableArray<Command> BuildAndTest { get; }

    /// <summary>Lists the units that the last commit affects.</summary>
    public virtual Command? Affected => null;

    /// <summary>Lays out the tree.</summary>
    public virtual Task ReadyAsync() => Workshop.TreeAsync(Name);

    protected Command Call(string program, params ImmutableArray<string> arguments) => new(Tree, program, arguments);
}
