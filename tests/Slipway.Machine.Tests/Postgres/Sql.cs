using Npgsql;

namespace Slipway.Machine.Tests.Postgres;

internal static class Sql
{
    public static async Task RunAsync(string address, string statement) => await OneAsync(address, statement);

    public static async Task<object?> OneAsync(string address, string statement)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(address) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
#pragma warning disable CA2100 // a test's own statement
        await using var command = new NpgsqlCommand(statement, connection);
#pragma warning restore CA2100
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }
}
