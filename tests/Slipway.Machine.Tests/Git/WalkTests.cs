using System.Diagnostics;

namespace Slipway.Machine.Tests.Git;

/// <summary>What git's answer rests on when it walks for files that it does not know.</summary>
public sealed class WalkTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_rests_on_every_folder_that_is_not_ignored_on_rules_and_on_the_index()
    {
        using var repository = await TempRepository.CreateAsync();
        repository.Write(".gitignore", "made/\n*.user\n");
        repository.Write("src/shop/shop.cs", "");
        repository.Write("src/made/shop.dll", "");
        repository.Write("own/shop.user", "");
        repository.Write("own/.gitignore", "");
        Directory.CreateDirectory(repository.Path("empty"));
        await repository.CommitAsync();

        var walk = await (await repository.OpenAsync()).WalkAsync(Token);

        Assert.Equal(
            ["", ".git/index", ".git/info/exclude", ".gitignore", "empty", "own", "own/.gitignore", "src", "src/shop"],
            walk.Where(path => path.StartsWith(repository.Root, StringComparison.Ordinal)).Select(path => path[repository.Root.Length..].TrimStart('/')));
    }

    [Fact]
    public async Task A_file_of_rules_that_is_not_there_is_told_by_the_folder_that_it_would_change()
    {
        using var repository = await TempRepository.CreateAsync();
        repository.Write("rules/none", "");
        await repository.GitAsync("config", "core.excludesFile", repository.Path("rules/deep/down"));
        Directory.Delete(repository.Path(".git/info"), recursive: true);

        var walk = await (await repository.OpenAsync()).WalkAsync(Token);

        Assert.Contains(repository.Path("rules"), walk);
        Assert.Contains(repository.Path(".git"), walk);
    }

    [Fact]
    public async Task Where_two_names_could_be_taken_for_one_it_is_not_told()
    {
        if (!OperatingSystem.IsLinux()) Assert.Skip("Other file systems have no such names.");
        using var repository = await TempRepository.CreateAsync();
        await ShellAsync($"cd {repository.Root} && mkdir caf$'\\xe9' caf$'\\xe8'");

        Assert.Empty(await (await repository.OpenAsync()).WalkAsync(Token));
        await ShellAsync($"rmdir {repository.Root}/caf*");
    }

    // .NET could not name them.
    private static async Task ShellAsync(string line)
    {
        using var shell = Process.Start("bash", ["-c", line]);
        await shell.WaitForExitAsync(Token);
        Assert.Equal(0, shell.ExitCode);
    }
}
