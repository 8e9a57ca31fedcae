using Slipway.Migrations.Runner.Tests.Databases;

namespace Slipway.Migrations.Runner.Tests;

/// <summary>A disk that is full in the middle of a migration: the database is at a migration's boundary, and goes on when there is room.</summary>
public sealed class FullDiskTests(Server server)
{
    [Theory]
    [InlineData(1)]
    [InlineData(50, Traits = ["Category", "Rare"])]
    public async Task A_server_whose_disk_is_full_keeps_a_whole_migration(int rounds)
    {
        await using var disk = await SmallDisk.MountAsync();
        await using var space = await TableSpace.CreateAsync(server, Path.Combine(disk.Folder, "space"));
        for (var round = 0; round < rounds; round++)
        {
            var database = await server.DatabaseAsync();
            await space.HoldAsync(database);

            var full = await BundleProcess.EndAsync(BundleProcess.Start<GrowingDb>(database));

            Assert.Equal(1, full.Code);
            Assert.Contains($"the migration {GrowingDb.Second} failed. 53100: could not extend file", full.Error, StringComparison.Ordinal);
            Assert.Contains("mend: The disk of the server is full. Make room, then run it again", full.Error, StringComparison.Ordinal);
            Assert.Equal(["first"], await Server.TablesAsync(database));

            await disk.GrowAsync();
            var next = await BundleProcess.EndAsync(BundleProcess.Start<GrowingDb>(database));
            Assert.Equal((0, ""), (next.Code, next.Error));
            Assert.Equal(["first", "second", "third"], await Server.TablesAsync(database));
            await space.ClearAsync(database);
            await disk.ShrinkAsync();
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(50, Traits = ["Category", "Rare"])]
    public async Task A_file_on_a_full_disk_keeps_a_whole_migration(int rounds)
    {
        await using var disk = await SmallDisk.MountAsync();
        for (var round = 0; round < rounds; round++)
        {
            using var file = new LocalFile(disk.Folder);

            var full = await BundleProcess.EndAsync(BundleProcess.Start<GrowingDb>(file.Connection));

            Assert.Equal(1, full.Code);
            Assert.Contains($"the migration {GrowingDb.Second} failed. SQLite Error 13: 'database or disk is full'", full.Error, StringComparison.Ordinal);
            Assert.Contains("mend: The disk is full. Make room, then run it again", full.Error, StringComparison.Ordinal);
            Assert.Equal(["first"], file.Tables());

            await disk.GrowAsync();
            var next = await BundleProcess.EndAsync(BundleProcess.Start<GrowingDb>(file.Connection));
            Assert.Equal((0, ""), (next.Code, next.Error));
            Assert.Equal(["first", "second", "third"], file.Tables());
            file.Dispose();
            await disk.ShrinkAsync();
        }
    }
}
