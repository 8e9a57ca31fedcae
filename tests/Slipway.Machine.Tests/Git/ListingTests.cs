namespace Slipway.Machine.Tests.Git;

public sealed class ListingTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Committing_files_as_they_are_changes_no_id()
    {
        using var repository = await TempRepository.CreateAsync();
        repository.Write(".gitattributes", "*.txt text\n");
        repository.Write("lines.txt", "one\ntwo\n");
        repository.Write("program", "#!/bin/sh\n");
        repository.Write("name with spaces ä \"quoted\" \\ and\nline end", "x");
        File.SetUnixFileMode(repository.Path("program"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        File.CreateSymbolicLink(repository.Path("link"), "lines.txt");
        File.CreateSymbolicLink(repository.Path("dangling"), "nowhere");
        repository.Write("folder/file", "x");
        Directory.CreateSymbolicLink(repository.Path("link to a folder"), "folder");
        var untracked = await repository.ListAsync();

        await repository.GitAsync("add", "-A");
        var staged = await repository.ListAsync();
        await repository.CommitAsync();
        var committed = await repository.ListAsync();

        Assert.Equal(8, committed.Count);
        Assert.Equal(committed, untracked);
        Assert.Equal(committed, staged);
        Assert.Equal(committed, await (await repository.OpenAsync()).ListFilesAtAsync("HEAD", cancellationToken: Token));
    }

    [Fact]
    public async Task Line_ends_that_git_would_not_check_out_show_in_the_id_of_a_changed_file()
    {
        using var repository = await TempRepository.CreateAsync();
        repository.Write(".gitattributes", "* text=auto eol=lf\n");
        repository.Write("lines.cs", "one\ntwo\n");
        await repository.CommitAsync();
        repository.Write("new.cs", "one\ntwo\n");
        var before = await repository.ListAsync();

        repository.Write("lines.cs", "one\r\ntwo\r\n");
        repository.Write("new.cs", "one\r\ntwo\r\n");
        var after = await repository.ListAsync();

        Assert.Equal([".gitattributes"], before.Intersect(after).Select(file => file.Path));
        repository.Write("lines.cs", "one\ntwo\n");
        repository.Write("new.cs", "one\ntwo\n");
        Assert.Equal(before, await repository.ListAsync());
    }

    [Fact]
    public async Task A_change_and_its_undoing_show_in_the_id()
    {
        using var repository = await TempRepository.CreateAsync();
        repository.Write("file", "one");
        repository.Write("other", "x");
        await repository.CommitAsync();
        var before = await repository.ListAsync();

        repository.Write("file", "two");
        var changed = await repository.ListAsync();
        Assert.NotEqual(before[0].ContentId, changed[0].ContentId);
        Assert.Equal(before[1], changed[1]);

        await repository.GitAsync("add", "file");
        Assert.Equal(changed, await repository.ListAsync());
        repository.Write("file", "three");
        Assert.NotEqual(changed[0].ContentId, (await repository.ListAsync())[0].ContentId);

        repository.Write("file", "one");
        Assert.Equal(before, await repository.ListAsync());
    }

    [Theory]
    [InlineData("--assume-unchanged")]
    [InlineData("--skip-worktree")]
    public async Task A_change_that_git_was_told_not_to_look_at_shows_in_the_id(string promise)
    {
        using var repository = await TempRepository.CreateAsync();
        repository.Write("settings.json", "{}");
        await repository.CommitAsync();
        var before = await repository.ListAsync();
        await repository.GitAsync("update-index", promise, "settings.json");
        Assert.Equal(before, await repository.ListAsync());

        repository.Write("settings.json", "{ \"mine\": 1 }");

        Assert.NotEqual(before, await repository.ListAsync());
    }

    [Fact]
    public async Task What_a_sparse_checkout_leaves_out_is_what_the_index_says()
    {
        using var repository = await TempRepository.CreateAsync();
        repository.Write("here", "1");
        repository.Write("elsewhere/there", "2");
        await repository.CommitAsync();
        var before = await repository.ListAsync();

        await repository.GitAsync("sparse-checkout", "set", "nothing");

        Assert.False(File.Exists(repository.Path("elsewhere/there")));
        Assert.Equal(before, await repository.ListAsync());
    }

    [Fact]
    public async Task Deleted_renamed_ignored_and_new_files_are_told_apart()
    {
        using var repository = await TempRepository.CreateAsync();
        repository.Write(".gitignore", "bin/\n");
        repository.Write("gone", "1");
        repository.Write("old", "2 and enough of it to be seen as the same file");
        await repository.CommitAsync();
        repository.Write("bin/output", "");
        repository.Write("new/deep", "");
        File.Delete(repository.Path("gone"));
        await repository.GitAsync("mv", "old", "moved");

        Assert.Equal([".gitignore", "moved", "new/deep"], await repository.PathsAsync());
    }

    [Fact]
    public async Task Paths_limit_the_listing_and_are_taken_literally()
    {
        using var repository = await TempRepository.CreateAsync();
        repository.Write("services/catalog/a", "");
        repository.Write("services/catalog-sdk/b", "");
        repository.Write("services/[x]/c", "");
        repository.Write("top", "");
        await repository.CommitAsync();
        repository.Write("services/catalog/new", "");

        Assert.Equal(["services/catalog/a", "services/catalog/new"], await repository.PathsAsync("services/catalog"));
        Assert.Equal(["services/[x]/c", "top"], await repository.PathsAsync("services/[x]", "top"));
        Assert.Empty(await repository.PathsAsync("services/*"));
    }

    [Fact]
    public async Task Both_sides_of_a_conflict_are_one_file()
    {
        using var repository = await TempRepository.CreateAsync();
        repository.Write("file", "base");
        await repository.CommitAsync();
        await repository.GitAsync("checkout", "-q", "-b", "side");
        repository.Write("file", "side");
        await repository.CommitAsync();
        await repository.GitAsync("checkout", "-q", "main");
        repository.Write("file", "main");
        await repository.CommitAsync();
        await Assert.ThrowsAsync<Model.Problems.KnownFailureException>(() => repository.GitAsync("merge", "side"));

        Assert.Equal("file", Assert.Single(await repository.ListAsync()).Path);
    }

    [Fact]
    public async Task A_repository_inside_counts_with_its_files()
    {
        using var repository = await TempRepository.CreateAsync();
        repository.Write("inner/file", "");
        await repository.GitAsync("-C", "inner", "init", "-q");

        Assert.Equal(["inner/file"], await repository.PathsAsync());
    }

    [Fact]
    public async Task A_submodule_counts_with_its_files_however_often_they_are_edited()
    {
        using var repository = await TempRepository.CreateAsync();
        repository.Write("inner/file", "one");
        await repository.GitAsync("-C", "inner", "init", "-q");
        await repository.GitAsync("-C", "inner", "add", "-A");
        await repository.GitAsync("-C", "inner", "commit", "-q", "-m", "inner");
        await repository.CommitAsync();
        var before = await repository.ListAsync();
        Assert.Equal(["inner", "inner/file"], before.Select(file => file.Path));
        Assert.Equal("160000", before[0].Mode);

        repository.Write("inner/file", "two");
        var once = await repository.ListAsync();
        repository.Write("inner/file", "three");
        var twice = await repository.ListAsync();

        Assert.Equal(3, new[] { before, once, twice }.Select(files => files[1].ContentId).Distinct().Count());
        repository.Write("inner/file", "one");
        Assert.Equal(before, await repository.ListAsync());
    }

    [Fact]
    public async Task A_submodule_that_was_not_fetched_is_one_entry()
    {
        using var repository = await TempRepository.CreateAsync();
        repository.Write("file", "");
        await repository.CommitAsync();
        await repository.GitAsync("update-index", "--add", "--cacheinfo", $"160000,{(await repository.GitAsync("rev-parse", "HEAD")).Trim()},inner");
        Directory.CreateDirectory(repository.Path("inner"));

        Assert.Equal(["file", "inner"], await repository.PathsAsync());
    }

    [Fact]
    public async Task The_files_of_an_older_commit_can_be_listed()
    {
        using var repository = await TempRepository.CreateAsync();
        repository.Write("a/file", "one");
        repository.Write("b/file", "one");
        await repository.CommitAsync();
        var git = await repository.OpenAsync();
        var first = await git.HeadCommitAsync(Token);
        var then = await repository.ListAsync("a");
        repository.Write("a/file", "two");
        await repository.CommitAsync();

        Assert.Equal(then, await git.ListFilesAtAsync(first!, ["a"], Token));
    }

    [Fact]
    public async Task Two_thousand_files_are_listed_within_seconds()
    {
        using var repository = await TempRepository.CreateAsync();
        for (var file = 0; file < 2_000; file++) repository.Write($"folder-{file % 100}/file-{file}-with-a-name-of-some-length", $"{file}");
        var untracked = await repository.ListAsync();
        await repository.CommitAsync();

        var watch = System.Diagnostics.Stopwatch.StartNew();
        Assert.Equal(untracked, await repository.ListAsync());
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 2);
    }
}
