namespace ServiceDefaults.Http;

/// <summary>One page of a listing.</summary>
/// <param name="Items">In the listing's order.</param>
/// <param name="Next">Give it as <c>after</c> to get the next page; null on the last.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next);

public static class Page
{
    public const int DefaultSize = 20;

    public const int MaxSize = 100;

    /// <summary>Makes a page of <paramref name="rows"/>, which were read with a limit of one more than <paramref name="size"/>.</summary>
    public static Page<T> Of<TRow, TKey, T>(IReadOnlyList<TRow> rows, int size, Func<TRow, TKey> key, Func<TRow, T> view) =>
        new([.. rows.Take(size).Select(view)], rows.Count > size ? PageToken.Write(key(rows[size - 1])) : null);
}
