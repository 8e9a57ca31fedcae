using Microsoft.Extensions.DependencyInjection;
using SampleUnit.Migrate;
using SampleUnit.Persistence;
using ServiceDefaults.Testing;
using Slipway.Migrations.Runner;

namespace SampleUnit.IntegrationTests;

/// <summary>The service on a database of its own, which its own migration bundle made unless it was given.</summary>
public sealed class SampleUnitService : ServiceHost<SampleUnitDb>, IAsyncLifetime
{
    private TestDatabase? _database;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        if (!_database.IsGiven)
            Assert.Equal(0, Migrate());
        Settings["ConnectionStrings:SampleUnit"] = _database.Connection;
    }

    /// <summary>Runs the bundle on this database, as a deployment does.</summary>
    public int Migrate(params string[] args) =>
        MigrationRunner.Run([.. args, "--connection", _database!.Connection], SampleUnitDbFactory.For);

    /// <summary>Skips a test that cannot share its database, where it would have to.</summary>
    public void NeedsItsOwnDatabase() => Assert.SkipWhen(_database!.IsGiven, TestDatabase.NotAlone);

    /// <summary>Looks into the database, past the API.</summary>
    public async Task<T> ReadAsync<T>(Func<SampleUnitDb, Task<T>> query)
    {
        await using var scope = Services.CreateAsyncScope();
        return await query(scope.ServiceProvider.GetRequiredService<SampleUnitDb>());
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (_database is not null)
            await _database.DisposeAsync();
    }
}
