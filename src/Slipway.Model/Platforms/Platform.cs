using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Slipway.Model.Environments;
using Slipway.Model.Problems;
using Slipway.Model.Units;

namespace Slipway.Model.Platforms;

/// <summary>One repository, read: its units and the edges between them.</summary>
public sealed record Platform
{
    public required string Name { get; init; }

    /// <summary>The root folder, absolute.</summary>
    public required string Root { get; init; }

    /// <summary>All units, ordered by kind and name.</summary>
    public required ImmutableArray<Unit> Units { get; init; }

    /// <summary>All edges between units, ordered by both ends.</summary>
    public ImmutableArray<Edge> Edges { get; init; } = [];

    /// <summary>Project files that belong to no unit: reported, never dropped.</summary>
    public ImmutableArray<string> Strays { get; init; } = [];

    /// <summary>Links to folders, and links to nowhere, as they lie on disk: nothing is read through them. Ordinal order.</summary>
    public ImmutableArray<string> Links { get; init; } = [];

    /// <summary>What was noticed and does not stop a run: strays, unreadable projects.</summary>
    public ImmutableArray<Problem> Notices { get; init; } = [];

    public PlatformSettings Settings { get; init; } = new();

    /// <summary>The environments that have a file, in the order in which content moves through them.</summary>
    public ImmutableArray<EnvironmentSettings> Environments { get; init; } = [];

    public bool TryGet(UnitName name, [NotNullWhen(true)] out Unit? unit) =>
        (unit = Units.FirstOrDefault(candidate => candidate.Name == name)) is not null;

    /// <summary>The units that this one uses, directly.</summary>
    public IEnumerable<UnitId> UsedBy(UnitId user) => Edges.Where(edge => edge.From == user).Select(edge => edge.To);

    /// <summary>The units that each unit uses, directly. Made anew at each call: to be kept where many units are asked about.</summary>
    public ILookup<UnitId, UnitId> Uses() => Edges.ToLookup(edge => edge.From, edge => edge.To);

    /// <summary>The unit and everything it uses, directly or not.</summary>
    public ImmutableHashSet<UnitId> Closure(UnitId unit) => Closure(unit, Uses());

    /// <inheritdoc cref="Closure(UnitId)"/>
    /// <param name="unit">The unit.</param>
    /// <param name="uses">What <see cref="Uses"/> gave.</param>
    public static ImmutableHashSet<UnitId> Closure(UnitId unit, ILookup<UnitId, UnitId> uses)
    {
        ArgumentNullException.ThrowIfNull(uses);
        var seen = ImmutableHashSet.CreateBuilder<UnitId>();
        var pending = new Stack<UnitId>([unit]);
        while (pending.TryPop(out var next))
        {
            if (!seen.Add(next)) continue;
            foreach (var used in uses[next]) pending.Push(used);
        }
        return seen.ToImmutable();
    }
}
