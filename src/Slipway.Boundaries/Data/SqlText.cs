using System.Text;

namespace Slipway.Boundaries.Data;

/// <summary>SQL without its comments and texts: what is left is what the server does. Offsets stay as they are.</summary>
internal static class SqlText
{
    public static string Bare(string sql)
    {
        var bare = new StringBuilder(sql.Length);
        for (var at = 0; at < sql.Length;)
        {
            var end = EndOf(sql, at);
            if (end == at)
            {
                bare.Append(sql[at++]);
                continue;
            }
            for (; at < end; at++) bare.Append(sql[at] == '\n' ? '\n' : ' ');
        }
        return bare.ToString();
    }

    private static int EndOf(string sql, int at)
    {
        if (At(sql, at, "--")) return sql.IndexOf('\n', at) is var line and >= 0 ? line : sql.Length;
        if (At(sql, at, "/*")) return sql.IndexOf("*/", at + 2, StringComparison.Ordinal) is var close and >= 0 ? close + 2 : sql.Length;
        if (sql[at] != '\'') return at;
        var end = at + 1;
        // Two quotes are one of the text.
        while (end < sql.Length && (sql[end] != '\'' || (end + 1 < sql.Length && sql[end + 1] == '\'' && ++end > 0))) end++;
        return Math.Min(end + 1, sql.Length);
    }

    private static bool At(string sql, int at, string mark) => string.CompareOrdinal(sql, at, mark, 0, mark.Length) == 0;
}
