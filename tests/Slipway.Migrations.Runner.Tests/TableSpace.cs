using Npgsql;
using Slipway.Machine.Processes;

namespace Slipway.Migrations.Runner.Tests;

/// <summary>A folder where PostgreSQL keeps the tables of some databases. It has to be the server's own.</summary>
internal sealed class TableSpace : IAsyncDisposable
{
    private const string Name = "small";
    private readonly string _admin;

    private TableSpace(string admin) => _admin = admin;

    public static async Task<TableSpace> CreateAsync(Server server, string folder)
    {
        var admin = await server.DatabaseAsync();
        Directory.CreateDirectory(folder);
        var data = Assert.Single(await Server.ReadAsync(admin, "SELECT current_setting('data_directory')"));
        Assert.SkipUnless(Directory.Exists(data), "The server is lent, and its disk is not here.");
        (await new ProcessRunner().RunAsync(ProcessRequest.For("chown", $"--reference={data}", folder), TestContext.Current.CancellationToken)).OrFail("chown");
        await Server.ExecuteAsync(admin, $"CREATE TABLESPACE {Name} LOCATION '{folder}'");
        return new(admin);
    }

    /// <summary>New tables of that database lie here.</summary>
    public Task HoldAsync(string database) => Server.ExecuteAsync(_admin, $"ALTER DATABASE \"{NameOf(database)}\" SET default_tablespace = {Name}");

    /// <summary>Takes the database away, and gives back its room.</summary>
    public async Task ClearAsync(string database)
    {
        NpgsqlConnection.ClearAllPools();
        await Server.ExecuteAsync(_admin, $"DROP DATABASE \"{NameOf(database)}\" WITH (FORCE)");
        // Files of dropped tables keep their room until a checkpoint.
        await Server.ExecuteAsync(_admin, "CHECKPOINT");
    }

    // A test that failed has left its database here, and the server's end takes both.
    public async ValueTask DisposeAsync()
    {
        try
        {
            await Server.ExecuteAsync(_admin, $"DROP TABLESPACE IF EXISTS {Name}");
        }
        catch (PostgresException)
        {
            return;
        }
    }

    private static string NameOf(string database) => new NpgsqlConnectionStringBuilder(database).Database!;
}
