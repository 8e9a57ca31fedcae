using System.Collections.Immutable;
using Slipway.Model.Problems;

namespace Slipway.Evidence;

/// <summary>What came of reading bytes that somebody gave us. A closed set.</summary>
public abstract record Reading<T>
{
    private Reading()
    {
    }

    /// <summary>Everything that is wrong; empty when accepted.</summary>
    public ImmutableArray<Problem> Problems => Match(_ => [], problems => problems);

    public static Reading<T> Accept(T value) => new Accepted(value);

    public static Reading<T> Reject(params ImmutableArray<Problem> problems) => new Rejected(problems);

    public TResult Match<TResult>(Func<T, TResult> accepted, Func<ImmutableArray<Problem>, TResult> rejected) => this switch
    {
        Accepted(var value) => accepted(value),
        Rejected(var problems) => rejected(problems),
        _ => throw new InvalidOperationException("The set of readings is closed."),
    };

    public sealed record Accepted(T Value) : Reading<T>;

    /// <param name="Reasons">At least one.</param>
    public sealed record Rejected(ImmutableArray<Problem> Reasons) : Reading<T>;
}
