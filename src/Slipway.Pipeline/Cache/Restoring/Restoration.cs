using System.Collections.Immutable;
using Slipway.Model.Problems;

namespace Slipway.Pipeline.Cache.Restoring;

/// <summary>What became of putting outputs back. A closed set.</summary>
internal abstract record Restoration
{
    private Restoration()
    {
    }

    public T Match<T>(Func<Restored, T> restored, Func<ImmutableArray<Problem>, T> missed) => this switch
    {
        Restored all => restored(all),
        Missed(var reasons) => missed(reasons),
        _ => throw new InvalidOperationException("The set of restorations is closed."),
    };

    /// <param name="Files">How many were put in place.</param>
    /// <param name="Linked">How many of them share their bytes with the store.</param>
    /// <param name="Bytes">Of all together.</param>
    internal sealed record Restored(int Files, int Linked, long Bytes) : Restoration;

    /// <summary>It counts as if nothing had been found: the stage has to run.</summary>
    /// <param name="Reasons">Said already. At least one.</param>
    internal sealed record Missed(ImmutableArray<Problem> Reasons) : Restoration;
}
