using System.Globalization;
using Npgsql;

namespace ServiceDefaults.Testing;

/// <summary>
/// A database of its own on a real PostgreSQL, for one test class; dropped afterwards. Or one that is given, has its tables already, and is shared:
/// with other classes, and with the tests of another release. So a test looks at its own rows only, or says that it needs a database of its own.
/// </summary>
public sealed class TestDatabase : IAsyncDisposable
{
    /// <summary>An administrator's connection string. The pipeline sets it; by hand, any PostgreSQL will do.</summary>
    public const string Variable = "SLIPWAY_TEST_POSTGRES";

    /// <summary>The connection string of a database that is used as it is: nobody here migrates or drops it.</summary>
    public const string GivenVariable = "SLIPWAY_TEST_DATABASE";

    /// <summary>Why a test is skipped that cannot share a database.</summary>
    public const string NotAlone = "It needs a database of its own, and was given one that others use too.";

    private readonly string _server;
    private readonly string? _name;

    private TestDatabase(string server, string? name)
    {
        _server = server;
        _name = name;
        var own = new NpgsqlConnectionStringBuilder(server) { MaxPoolSize = 10 };
        if (name is not null)
            own.Database = name;
        Connection = own.ConnectionString;
    }

    public string Connection { get; }

    /// <summary>Whether it was there before, with its tables, and others use it too.</summary>
    public bool IsGiven => _name is null;

    public static async Task<TestDatabase> CreateAsync()
    {
        if (Environment.GetEnvironmentVariable(GivenVariable) is { Length: > 0 } database)
            return new(database, name: null);

        var server = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given
            ? given
            : throw new InvalidOperationException(
                $"There is no PostgreSQL. Run ./build.sh --target=Integration, which brings one, or set {Variable} to a connection string.");

        var made = new TestDatabase(server, string.Create(CultureInfo.InvariantCulture, $"test_{Guid.NewGuid():n}"));
        await made.AdministerAsync($"CREATE DATABASE {made._name}");
        return made;
    }

    public async ValueTask DisposeAsync()
    {
        await using (var own = new NpgsqlConnection(Connection))
            NpgsqlConnection.ClearPool(own);
        if (!IsGiven)
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
