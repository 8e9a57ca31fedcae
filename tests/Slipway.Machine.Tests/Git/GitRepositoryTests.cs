using Slipway.Machine.Git;

namespace Slipway.Machine.Tests.Git;

public sealed class GitRepositoryTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_folder_outside_of_git_has_no_repository()
    {
        using var folder = new TempFolder();

        Assert.Null(await GitRepository.FindAsync(folder.Path, null, Token));
    }

    [Fact]
    public async Task The_repository_is_found_from_below()
    {
        using var repository = await TempRepository.CreateAsync();
        repository.Write("a/b/file", "");

        Assert.Equal(repository.Root, (await GitRepository.FindAsync(repository.Path("a/b"), null, Token))!.Root);
    }

    [Fact]
    public async Task Before_the_first_commit_there_is_no_head_and_all_is_dirty()
    {
        using var repository = await TempRepository.CreateAsync();
        var git = await repository.OpenAsync();
        Assert.Null(await git.HeadCommitAsync(Token));
        Assert.False(await git.IsDirtyAsync(Token));

        repository.Write("file", "content");

        Assert.True(await git.IsDirtyAsync(Token));
        Assert.Equal(["file"], await repository.PathsAsync());
    }

    [Fact]
    public async Task A_listing_says_of_the_same_moment_whether_anything_that_it_looked_at_differs_from_the_commit()
    {
        using var repository = await TempRepository.CreateAsync();
        repository.Write("a/file", "content");
        repository.Write("b/file", "content");
        await repository.CommitAsync();
        var git = await repository.OpenAsync();
        Assert.False((await git.ReadWorkTreeAsync(null, Token)).IsDirty);

        repository.Write("a/new", "content");

        Assert.True((await git.ReadWorkTreeAsync(null, Token)).IsDirty);
        Assert.True((await git.ReadWorkTreeAsync(["a/"], Token)).IsDirty);
        Assert.False((await git.ReadWorkTreeAsync(["b/"], Token)).IsDirty);
    }

    [Fact]
    public async Task The_head_is_the_commit()
    {
        using var repository = await TempRepository.CreateAsync();
        repository.Write("file", "content");
        await repository.CommitAsync();
        var git = await repository.OpenAsync();

        Assert.Equal((await repository.GitAsync("rev-parse", "HEAD")).Trim(), await git.HeadCommitAsync(Token));
        Assert.False(await git.IsDirtyAsync(Token));
    }

    [Fact]
    public async Task Tags_name_their_commits_through_annotations()
    {
        using var repository = await TempRepository.CreateAsync();
        repository.Write("file", "content");
        await repository.CommitAsync();
        await repository.GitAsync("tag", "catalog/v1.0.0");
        await repository.GitAsync("tag", "-a", "-m", "words", "catalog/v1.1.0");
        await repository.GitAsync("tag", "ordering/v1.0.0");
        var git = await repository.OpenAsync();
        var head = await git.HeadCommitAsync(Token);

        Assert.Equal([new("catalog/v1.0.0", head!), new GitTag("catalog/v1.1.0", head!)], await git.TagsAsync("catalog/v*", Token));
        Assert.Equal(3, (await git.TagsAsync(cancellationToken: Token)).Count);
        Assert.Empty(await git.TagsAsync("none/*", Token));
    }

    [Fact]
    public async Task Ignored_is_what_git_ignores_and_does_not_track()
    {
        using var repository = await TempRepository.CreateAsync();
        repository.Write(".gitignore", "*.log\n");
        repository.Write("kept.log", "");
        await repository.GitAsync("add", "-f", "kept.log");
        var git = await repository.OpenAsync();

        Assert.True(await git.IsIgnoredAsync("some.log", Token));
        Assert.False(await git.IsIgnoredAsync("kept.log", Token));
        Assert.False(await git.IsIgnoredAsync("some.txt", Token));
    }

    [Fact]
    public async Task A_hooks_variables_do_not_lead_to_another_repository()
    {
        using var repository = await TempRepository.CreateAsync();
        repository.Write("file", "content");
        using var other = await TempRepository.CreateAsync();
        Environment.SetEnvironmentVariable("GIT_DIR", other.Path(".git"));
        try
        {
            Assert.Equal(["file"], await repository.PathsAsync());
        }
        finally
        {
            Environment.SetEnvironmentVariable("GIT_DIR", null);
        }
    }

    [Fact]
    public async Task A_repository_of_another_owner_is_refused_with_the_way_out()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "only root can give a folder away");
        using var repository = await TempRepository.CreateAsync();
        await new Machine.Processes.ProcessRunner().RunAsync(new() { FileName = "chown", Arguments = ["-R", "nobody", repository.Root] }, Token);

        var failure = await Assert.ThrowsAsync<Model.Problems.BadInputException>(repository.OpenAsync);

        Assert.Contains("SLP3094: Git refuses to read", failure.Message);
        Assert.Contains($"git config --global --add safe.directory {repository.Root}", failure.Message);
    }
}
