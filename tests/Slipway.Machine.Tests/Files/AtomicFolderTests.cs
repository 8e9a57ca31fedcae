using Slipway.Machine.Files;

namespace Slipway.Machine.Tests.Files;

public sealed class AtomicFolderTests : IDisposable
{
    private readonly TempFolder _temp = new();

    public void Dispose() => _temp.Dispose();

    [Fact]
    public void A_folder_appears_whole_at_its_commit_and_not_before()
    {
        using (var folder = AtomicFolder.Begin(_temp["releases/1.0"]))
        {
            File.WriteAllText(Path.Combine(folder.Path, "file"), "content");
            Assert.False(Directory.Exists(_temp["releases/1.0"]));
            folder.Commit();
        }

        Assert.Equal("content", File.ReadAllText(_temp["releases/1.0/file"]));
        Assert.Equal([_temp["releases/1.0"]], Directory.EnumerateFileSystemEntries(_temp["releases"]));
    }

    [Fact]
    public void What_is_not_committed_is_gone()
    {
        using (var folder = AtomicFolder.Begin(_temp["target"])) File.WriteAllText(Path.Combine(folder.Path, "file"), "");

        Assert.Empty(Directory.EnumerateFileSystemEntries(_temp.Path));
    }

    [Fact]
    public async Task A_folder_is_replaced_without_a_moment_of_absence()
    {
        Commit(0);
        using var stop = new CancellationTokenSource();
        var reader = Task.Run(() =>
        {
            while (!stop.IsCancellationRequested) Assert.True(Directory.Exists(_temp["target"]));
        }, TestContext.Current.CancellationToken);

        for (var number = 1; number <= 200; number++) Commit(number);
        await stop.CancelAsync();

        await reader;
        Assert.Equal(["number-200"], FileTree.Files(_temp["target"]));
        Assert.Equal([_temp["target"]], Directory.EnumerateFileSystemEntries(_temp.Path));
    }

    [Fact]
    public async Task Several_may_build_the_same_folder_and_one_of_them_stays_whole()
    {
        await Task.WhenAll(Enumerable.Range(1, 8).Select(number => Task.Run(() => Commit(number))));

        Assert.Single(FileTree.Files(_temp["target"]));
        Assert.Equal([_temp["target"]], Directory.EnumerateFileSystemEntries(_temp.Path));
    }

    [Fact]
    public async Task What_a_killed_run_left_is_removed_and_what_a_living_one_builds_is_not()
    {
        using var host = Victim.Start("folder", _temp["another"]);
        var half = await host.LineAsync();
        Commit(1);
        Assert.True(File.Exists(Path.Combine(half, "half")));

        await host.KillAsync();
        Commit(2);

        Assert.Equal([_temp["target"]], Directory.EnumerateFileSystemEntries(_temp.Path));
    }

    private void Commit(int number)
    {
        using var folder = AtomicFolder.Begin(_temp["target"]);
        File.WriteAllText(Path.Combine(folder.Path, $"number-{number}"), "");
        folder.Commit();
    }
}
