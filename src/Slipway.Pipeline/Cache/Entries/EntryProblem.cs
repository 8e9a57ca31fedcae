using Slipway.Model.Problems;

namespace Slipway.Pipeline.Cache.Entries;

/// <summary>Why an entry is not used.</summary>
internal static class EntryProblem
{
    /// <param name="code">Of <see cref="Codes"/>.</param>
    /// <param name="key">What was looked for.</param>
    /// <param name="source">Where the entry came from.</param>
    /// <param name="why">Without a full stop.</param>
    /// <param name="mend">Null where nothing has to be done.</param>
    public static Problem Of(string code, CacheKey key, string source, string why, string? mend = null) => new()
    {
        Code = code,
        Message = $"The cache entry of {key} is not used: {why.TrimEnd('.')}.",
        File = source,
        Mend = mend ?? "Nothing has to be done: the stage runs instead, and its entry is written anew.",
    };

    public static Problem Damaged(CacheKey key, string source, FormatException error) =>
        Of(Codes.EntryDamaged, key, source, $"it is damaged ({error.Message.TrimEnd('.')})");
}
