using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using SampleUnit.Persistence;

namespace SampleUnit.Migrate;

/// <summary>Makes the context for the bundle, and for dotnet-ef, which then need not run the service.</summary>
public sealed class SampleUnitDbFactory : IDesignTimeDbContextFactory<SampleUnitDb>
{
    public static SampleUnitDb For(string connection) => new(new DbContextOptionsBuilder<SampleUnitDb>().UseNpgsql(connection).Options);

    public SampleUnitDb CreateDbContext(string[] args) => For("Host=localhost;Database=sample_unit");
}
