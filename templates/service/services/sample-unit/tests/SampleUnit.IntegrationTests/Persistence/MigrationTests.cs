using Microsoft.EntityFrameworkCore;

namespace SampleUnit.IntegrationTests.Persistence;

public sealed class MigrationTests(SampleUnitService service) : IClassFixture<SampleUnitService>
{
    [Fact]
    public async Task Every_migration_goes_up_down_and_up_again()
    {
        service.NeedsItsOwnDatabase();
        var up = await TablesAsync();

        Assert.Equal(0, service.Migrate("0"));
        Assert.Equal(["__EFMigrationsHistory"], await TablesAsync());

        Assert.Equal(0, service.Migrate());
        Assert.Equal(up, await TablesAsync());
    }

    [Fact]
    public void The_model_holds_nothing_that_no_migration_has() => Assert.Equal(0, service.Migrate("check-model"));

    private Task<List<string>> TablesAsync() => service.ReadAsync(db => db.Database
        .SqlQuery<string>($"SELECT tablename::text AS \"Value\" FROM pg_tables WHERE schemaname = 'public' ORDER BY 1").ToListAsync());
}
