using Slipway.Migrations.Runner.Tests.Databases;

namespace Slipway.Migrations.Runner.Tests;

public sealed class SqliteTests
{
    [Fact]
    public async Task A_service_on_SQLite_goes_forward_and_back()
    {
        using var file = new LocalFile();

        Assert.Equal(ExitCode.Done, (await RunAsync(file)).Code);
        Assert.Equal(["first", "second"], file.Tables());
        Assert.Equal(ExitCode.Done, (await RunAsync(file, "First")).Code);
        Assert.Equal(["first"], file.Tables());
        Assert.Contains("1 applied, 1 pending", (await RunAsync(file, "status")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_file_that_is_not_there_is_not_made_unless_the_connection_string_says_so()
    {
        using var file = new LocalFile();
        File.Delete(file.Path);

        var run = await RunAsync(file);

        Assert.Equal((ExitCode.Unreachable, false), (run.Code, File.Exists(file.Path)));
        Assert.Contains(file.Path, run.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, (await Bundle.RunAsync(text => new LocalDb(text), ["--connection", $"{file.Connection};Mode=ReadWriteCreate"])).Code);
    }

    [Theory]
    [InlineData("describe")]
    [InlineData("check-model")]
    public async Task What_needs_no_database_needs_none_here_either(string verb) =>
        Assert.Equal((ExitCode.Done, ""), Both(await Bundle.RunAsync(text => new LocalDb(text), [verb])));

    [Theory]
    [InlineData(2)]
    [InlineData(50, Traits = ["Category", "Rare"])]
    public async Task A_bundle_that_was_killed_holds_up_none_after_it(int rounds)
    {
        for (var round = 0; round < rounds; round++)
        {
            using var file = new LocalFile();
            using var process = BundleProcess.Start<LocalDb>(file.Connection);
            while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line
                && !line.Contains(LocalDb.Second, StringComparison.Ordinal))
            {
            }

            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);

            Assert.Contains(string.Join(' ', file.Tables()), new[] { "first", "first second" });
            Assert.Equal((ExitCode.Done, ""), Both(await RunAsync(file)));
            Assert.Equal(["first", "second"], file.Tables());
        }
    }

    [Fact]
    public async Task A_table_that_is_called_as_the_history_and_is_none_is_named()
    {
        using var file = new LocalFile();
        file.Read("CREATE TABLE __EFMigrationsHistory (migration_id text)");

        var run = await RunAsync(file, "status");

        Assert.Equal(ExitCode.UnknownMigrations, run.Code);
        Assert.Contains($"The table __EFMigrationsHistory in the database file {file.Path} is no history of migrations", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lock_row_that_nobody_owns_is_no_lock()
    {
        using var file = new LocalFile();
        await RunAsync(file, "First");
        file.Read("INSERT INTO __EFMigrationsLock VALUES (1, '2026-01-01') RETURNING 'x'");

        Assert.Equal((ExitCode.Done, ""), Both(await RunAsync(file)));
    }

    [Fact]
    public async Task Who_holds_the_file_is_waited_for_no_longer_than_allowed()
    {
        using var file = new LocalFile();
        await using var other = new FileStream($"{file.Path}-migrating", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);

        Assert.Equal(ExitCode.Locked, (await RunAsync(file, "--lock-timeout", "0.3")).Code);
    }

    [Fact]
    public async Task A_lock_that_cannot_be_had_for_another_reason_is_no_lock_that_somebody_holds()
    {
        using var file = new LocalFile();
        File.CreateSymbolicLink($"{file.Path}-migrating", "/nowhere/lock");

        var run = await RunAsync(file);

        Assert.Equal(ExitCode.Failed, run.Code);
        Assert.Contains($"The lock of this database, the file {file.Path}-migrating, cannot be taken: ", run.Error, StringComparison.Ordinal);
        Assert.Empty(file.Tables());
    }

    private static Task<Bundle> RunAsync(LocalFile file, params string[] args) =>
        Bundle.RunAsync(text => new LocalDb(text), [.. args, "--connection", file.Connection]);

    private static (ExitCode, string) Both(Bundle run) => (run.Code, run.Error);
}
