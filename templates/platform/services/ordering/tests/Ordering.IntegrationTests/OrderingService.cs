using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using Ordering.Migrate;
using Ordering.Persistence;
using ServiceDefaults.Testing;
using Slipway.Migrations.Runner;

namespace Ordering.IntegrationTests;

/// <summary>Ordering on a database of its own, which its own migration bundle made unless it was given, beside a catalog that the test fills.</summary>
public sealed class OrderingService : ServiceHost<OrderingDb>, IAsyncLifetime
{
    private TestDatabase? _database;

    public FakeCatalog Catalog { get; } = new();

    public string Connection => _database!.Connection;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        if (!_database.IsGiven)
            Assert.Equal(0, Migrate());
        Settings["ConnectionStrings:Ordering"] = Connection;
        Settings["Services:Catalog"] = "http://catalog";
    }

    /// <summary>Runs the bundle on this database, as a deployment does.</summary>
    public int Migrate(params string[] args) => MigrationRunner.Run([.. args, "--connection", Connection], OrderingDbFactory.For);

    /// <summary>Skips a test that cannot share its database, where it would have to.</summary>
    public void NeedsItsOwnDatabase() => Assert.SkipWhen(_database!.IsGiven, TestDatabase.NotAlone);

    /// <summary>Looks into the database, past the API.</summary>
    public async Task<T> ReadAsync<T>(Func<OrderingDb, Task<T>> query)
    {
        await using var scope = Services.CreateAsyncScope();
        return await query(scope.ServiceProvider.GetRequiredService<OrderingDb>());
    }

    protected override void Replace(IServiceCollection services) => services.ConfigureAll<HttpClientFactoryOptions>(options =>
        options.HttpMessageHandlerBuilderActions.Add(builder => builder.PrimaryHandler = Catalog));

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (_database is not null)
            await _database.DisposeAsync();
    }
}
