using Microsoft.EntityFrameworkCore;

namespace Slipway.Migrations.Runner.Tests.Databases;

/// <summary>A context of another provider.</summary>
internal sealed class ForeignDb : DbContext
{
    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder.UseSqlite("Data Source=:memory:");
}
