namespace Slipway.Model.Units;

/// <summary>A unit's identity, written <c>services/catalog</c>.</summary>
public readonly record struct UnitId(UnitKind Kind, UnitName Name) : IComparable<UnitId>
{
    /// <summary>The plural that folders use: <c>services</c>, <c>apps</c> or <c>packages</c>.</summary>
    public string Folder => Kind switch
    {
        UnitKind.Service => "services",
        UnitKind.App => "apps",
        _ => "packages",
    };

    public int CompareTo(UnitId other) => Kind == other.Kind ? Name.CompareTo(other.Name) : Kind.CompareTo(other.Kind);

    public override string ToString() => $"{Folder}/{Name.Lower}";

    public static bool operator <(UnitId left, UnitId right) => left.CompareTo(right) < 0;

    public static bool operator >(UnitId left, UnitId right) => left.CompareTo(right) > 0;

    public static bool operator <=(UnitId left, UnitId right) => left.CompareTo(right) <= 0;

    public static bool operator >=(UnitId left, UnitId right) => left.CompareTo(right) >= 0;
}
