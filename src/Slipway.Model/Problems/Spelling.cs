namespace Slipway.Model.Problems;

/// <summary>Finds what somebody probably meant.</summary>
public static class Spelling
{
    // With less than this too much begins alike.
    private const int ShortestBeginning = 3;

    /// <summary>
    /// The candidate nearest to the text, or the only one that it is the beginning of; null when none is near enough to be a slip of the
    /// fingers.
    /// </summary>
    public static string? Nearest(string text, IEnumerable<string> candidates)
    {
        var all = candidates.ToList();
        return Slip(text, all) ?? Beginning(text, all);
    }

    private static string? Beginning(string text, List<string> candidates)
    {
        if (text.Length < ShortestBeginning) return null;
        var meant = candidates.Where(candidate => candidate.StartsWith(text, StringComparison.OrdinalIgnoreCase)).Take(2).ToList();
        return meant is [var only] ? only : null;
    }

    private static string? Slip(string text, List<string> candidates)
    {
        var limit = Math.Max(2, text.Length / 3);
        return candidates
            .Select(candidate => (candidate, distance: Distance(text.ToLowerInvariant(), candidate.ToLowerInvariant())))
            .Where(pair => pair.distance <= limit)
            .OrderBy(pair => pair.distance)
            .ThenBy(pair => pair.candidate, StringComparer.Ordinal)
            .Select(pair => pair.candidate)
            .FirstOrDefault();
    }

    // Damerau's distance: insertions, deletions, substitutions, and neighbours swapped.
    private static int Distance(string left, string right)
    {
        var table = new int[left.Length + 1, right.Length + 1];
        for (var row = 0; row <= left.Length; row++) table[row, 0] = row;
        for (var column = 0; column <= right.Length; column++) table[0, column] = column;
        for (var row = 1; row <= left.Length; row++)
        {
            for (var column = 1; column <= right.Length; column++)
            {
                var substitution = table[row - 1, column - 1] + (left[row - 1] == right[column - 1] ? 0 : 1);
                var best = Math.Min(substitution, Math.Min(table[row - 1, column], table[row, column - 1]) + 1);
                var swapped = row > 1 && column > 1 && left[row - 1] == right[column - 2] && left[row - 2] == right[column - 1];
                table[row, column] = swapped ? Math.Min(best, table[row - 2, column - 2] + 1) : best;
            }
        }
        return table[left.Length, right.Length];
    }
}
