using System.Text.RegularExpressions;
using Slipway.Migrations.Catalogs;

namespace Slipway.Migrations.Staging;

/// <summary>Where PostgreSQL does not say which table it means, those that the statement names, in their order.</summary>
internal static class Mentions
{
    public static IEnumerable<Relation> Of(string statement, Snapshot now) =>
        from relation in now.Relations.Values
        where relation.Kind is 'r' or 'p'
        let at = Place(statement, relation.Name)
        where at >= 0
        orderby at
        select relation;

    public static bool Word(string statement, string word) => Place(statement, word) >= 0;

    private static int Place(string statement, string word) =>
        Regex.Match(statement, $@"(?<![\w$]){Regex.Escape(word)}(?![\w$])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant) is { Success: true } match ? match.Index : -1;
}
