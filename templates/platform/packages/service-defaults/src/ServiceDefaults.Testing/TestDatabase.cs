using System.Globalization;
using Npgsql;

namespace ServiceDefaults.Testing;

/// <summary>A database of its own on a real PostgreSQL, for one test class; dropped afterwards.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    /// <summary>An administrator's connection string. The pipeline sets it; by hand, any PostgreSQL will do.</summary>
    public const string Variable = "SLIPWAY_TEST_POSTGRES";

    private readonly string _server;
    private readonly string _name;

    private TestDatabase(string server, string name)
    {
        _server = server;
        _name = name;
        Connection = new NpgsqlConnectionStringBuilder(server) { Database = name, MaxPoolSize = 10 }.ConnectionString;
    }

    public string Connection { get; }

    public static async Task<TestDatabase> CreateAsync()
    {
        var server = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given
            ? given
            : throw new InvalidOperationException(
                $"There is no PostgreSQL. Run ./build.sh --target=Integration, which brings one, or set {Variable} to a connection string.");

        var database = new TestDatabase(server, string.Create(CultureInfo.InvariantCulture, $"test_{Guid.NewGuid():n}"));
        await database.AdministerAsync($"CREATE DATABASE {database._name}");
        return database;
    }

    public async ValueTask DisposeAsync()
    {
        await using (var own = new NpgsqlConnection(Connection))
            NpgsqlConnection.ClearPool(own);
        await AdministerAsync($"DROP DATABASE IF EXISTS {_name} WITH (FORCE)");
    }

    private async Task AdministerAsync(string statement)
    {
        await using var connection = new NpgsqlConnection(_server);
        await connection.OpenAsync();
#pragma warning disable CA2100 // a database's name cannot be a parameter, and this one is made here from letters and digits
        await using var command = new NpgsqlCommand(statement, connection);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}
