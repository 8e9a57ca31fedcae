using Microsoft.EntityFrameworkCore;
using SampleUnit.Notes;

namespace SampleUnit.Persistence;

/// <summary>This service's own database. No other service reads it.</summary>
public sealed class SampleUnitDb(DbContextOptions<SampleUnitDb> options) : DbContext(options)
{
    public DbSet<Note> Notes => Set<Note>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.ApplyConfiguration(new NoteMapping());
}
