namespace Slipway.Model.Units;

/// <summary>A unit's identity, written <c>services/catalog</c>.</summary>
public sealed record UnitId(UnitKind Kind, UnitName Name) : IComparable<UnitId>
{
    /// <inheritdoc cref="UnitKindExtensions.get_Folder" />
    public string Folder => Kind.Folder;

    public int CompareTo(UnitId? other) => other is null ? 1 : Kind == other.Kind ? Name.CompareTo(other.Name) : Kind.CompareTo(other.Kind);

    public override string ToString() => $"{Folder}/{Name.Lower}";

    public static bool operator <(UnitId left, UnitId right) => left.CompareTo(right) < 0;

    public static bool operator >(UnitId left, UnitId right) => left.CompareTo(right) > 0;

    public static bool operator <=(UnitId left, UnitId right) => left.CompareTo(right) <= 0;

    public static bool operator >=(UnitId left, UnitId right) => left.CompareTo(right) >= 0;
}
