using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Slipway.Migrations.Catalogs;

/// <summary>What a database holds at one moment, PostgreSQL's own objects and those of extensions left out.</summary>
internal sealed class Snapshot
{
    private readonly ILookup<uint, Column> _columns;
    private readonly FrozenDictionary<(uint, short), Column> _byNumber;

    public Snapshot(
        IEnumerable<Relation> relations, IReadOnlyCollection<Column> columns, IEnumerable<TableConstraint> constraints, IEnumerable<TableIndex> indexes,
        IEnumerable<KeyValuePair<uint, string>> schemas, IEnumerable<OtherObject> others)
    {
        Relations = relations.ToFrozenDictionary(relation => relation.Oid);
        Constraints = constraints.ToFrozenDictionary(constraint => (constraint.Table, constraint.Name));
        Indexes = indexes.ToFrozenDictionary(index => index.Oid);
        Schemas = schemas.ToFrozenDictionary();
        Others = [.. others];
        Columns = columns;
        _columns = columns.ToLookup(column => column.Table);
        _byNumber = columns.ToFrozenDictionary(column => (column.Table, column.Number));
    }

    public FrozenDictionary<uint, Relation> Relations { get; }

    public IReadOnlyCollection<Column> Columns { get; }

    public FrozenDictionary<(uint Table, string Name), TableConstraint> Constraints { get; }

    public FrozenDictionary<uint, TableIndex> Indexes { get; }

    public FrozenDictionary<uint, string> Schemas { get; }

    public ImmutableHashSet<OtherObject> Others { get; }

    public IEnumerable<Column> ColumnsOf(uint table) => _columns[table];

    public Column? Column(uint table, short number) => _byNumber.GetValueOrDefault((table, number));

    public Column? Column(uint table, string name) => _columns[table].FirstOrDefault(column => column.Name == name);

    public Relation? Named(string schema, string name) => Relations.Values.FirstOrDefault(relation => relation.Name == name && relation.Schema == schema);

    public IEnumerable<TableIndex> IndexesOf(uint table) => Indexes.Values.Where(index => index.Table == table);

    public IEnumerable<TableConstraint> ConstraintsOf(uint table) => Constraints.Values.Where(constraint => constraint.Table == table);

    /// <summary>The constraint that an index stands behind, or null.</summary>
    public TableConstraint? ConstraintOf(TableIndex index) => Constraints.Values.FirstOrDefault(constraint => constraint.Index == index.Oid && constraint.HasOwnIndex);

    /// <summary>Whether nothing but rows and estimates differs.</summary>
    public bool HasSameSchemaAs(Snapshot other) =>
        Columns.ToHashSet().SetEquals(other.Columns) && Constraints.Values.ToHashSet().SetEquals(other.Constraints.Values)
        && Indexes.Keys.Order().SequenceEqual(other.Indexes.Keys.Order()) && Others.SetEquals(other.Others)
        && Relations.Values.Select(relation => (relation.Oid, relation.FullName)).Order().SequenceEqual(other.Relations.Values.Select(relation => (relation.Oid, relation.FullName)).Order());
}
