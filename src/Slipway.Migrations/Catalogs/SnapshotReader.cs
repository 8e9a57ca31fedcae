using Npgsql;
using Slipway.Migrations.Observation;

namespace Slipway.Migrations.Catalogs;

/// <summary>Takes a snapshot in one journey to the server.</summary>
internal static class SnapshotReader
{
    public static async Task<Snapshot> ReadAsync(Database database, CancellationToken cancellationToken)
    {
        await using var reader = await database.QueryAllAsync(SnapshotQueries.All, cancellationToken).ConfigureAwait(false);
        var relations = await Rows(reader, row => new Relation(row.GetFieldValue<uint>(0), row.GetString(1), row.GetString(2), row.GetChar(3), row.GetFieldValue<uint>(4), row.GetFloat(5))).ConfigureAwait(false);
        var columns = await Next(reader, row => new Column(
            row.GetFieldValue<uint>(0), row.GetInt16(1), row.GetString(2), row.GetFieldValue<uint>(3), row.GetInt32(4), row.GetString(5), row.GetBoolean(6),
            row.IsDBNull(7) ? null : row.GetString(7), row.GetBoolean(8), row.GetBoolean(9))).ConfigureAwait(false);
        var constraints = await Next(reader, row => new TableConstraint(
            row.GetFieldValue<uint>(0), row.GetString(1), row.GetChar(2), row.GetFieldValue<uint>(3), row.GetFieldValue<uint>(4), row.GetBoolean(5), row.GetString(6), new(row.GetFieldValue<short[]>(7)))).ConfigureAwait(false);
        var indexes = await Next(reader, row => new TableIndex(
            row.GetFieldValue<uint>(0), row.GetFieldValue<uint>(1), row.GetString(2), row.GetFieldValue<uint>(3), row.GetFieldValue<short[]>(4))).ConfigureAwait(false);
        var schemas = await Next(reader, row => KeyValuePair.Create(row.GetFieldValue<uint>(0), row.GetString(1))).ConfigureAwait(false);
        var others = await Next(reader, row => new OtherObject(row.GetString(0), row.GetString(1), row.GetString(2))).ConfigureAwait(false);
        return new(relations, columns, constraints, indexes, schemas, others);
    }

    private static async Task<List<T>> Next<T>(NpgsqlDataReader reader, Func<NpgsqlDataReader, T> row)
    {
        await reader.NextResultAsync().ConfigureAwait(false);
        return await Rows(reader, row).ConfigureAwait(false);
    }

    private static async Task<List<T>> Rows<T>(NpgsqlDataReader reader, Func<NpgsqlDataReader, T> row)
    {
        var rows = new List<T>();
        while (await reader.ReadAsync().ConfigureAwait(false)) rows.Add(row(reader));
        return rows;
    }
}
