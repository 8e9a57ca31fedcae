using Microsoft.EntityFrameworkCore;

namespace Slipway.Migrations.Runner.Tests.Databases;

/// <summary>A model that no migration holds.</summary>
internal sealed class DriftedDb(string connection) : DbContext
{
    public DbSet<Thing> Things => Set<Thing>();

    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder.UseNpgsql(connection);

    internal sealed class Thing
    {
        public int Id { get; set; }
    }
}
