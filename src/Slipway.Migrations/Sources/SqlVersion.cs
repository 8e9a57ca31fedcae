using System.Collections.Immutable;
using System.Numerics;
using System.Text.RegularExpressions;

namespace Slipway.Migrations.Sources;

/// <summary>What orders files of SQL: <c>V2</c>, <c>V2_1</c>, <c>V2.1</c> and <c>20261123165403</c>.</summary>
internal sealed partial record SqlVersion(ImmutableArray<BigInteger> Parts) : IComparable<SqlVersion>
{
    public static SqlVersion? Of(string fileName) => Shape.Match(fileName) is { Success: true } match
        ? new([.. match.Groups["parts"].Value.Split('.', '_').Select(part => BigInteger.Parse(part, System.Globalization.CultureInfo.InvariantCulture))])
        : null;

    public int CompareTo(SqlVersion? other)
    {
        if (other is null) return 1;
        foreach (var (left, right) in Parts.Zip(other.Parts))
        {
            if (left.CompareTo(right) is not 0 and var order) return order;
        }
        return Parts.Length.CompareTo(other.Parts.Length);
    }

    public bool Equals(SqlVersion? other) => CompareTo(other) == 0;

    public override int GetHashCode() => Parts.IsEmpty ? 0 : Parts[0].GetHashCode();

    [GeneratedRegex(@"\A(?:[Vv](?<parts>\d+(?:[._]\d+)*)__|(?<parts>\d+)[_-])\w", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Shape { get; }
}
