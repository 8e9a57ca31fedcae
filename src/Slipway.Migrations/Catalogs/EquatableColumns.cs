using System.Collections;

namespace Slipway.Migrations.Catalogs;

/// <summary>The numbers of columns, equal where they are the same in the same order.</summary>
internal sealed class EquatableColumns(short[] numbers) : IReadOnlyList<short>, IEquatable<EquatableColumns>
{
    public int Count => numbers.Length;

    public short this[int index] => numbers[index];

    public bool Equals(EquatableColumns? other) => other is not null && this.SequenceEqual(other);

    public override bool Equals(object? obj) => Equals(obj as EquatableColumns);

    public override int GetHashCode() => numbers.Aggregate(numbers.Length, HashCode.Combine);

    public IEnumerator<short> GetEnumerator() => numbers.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
