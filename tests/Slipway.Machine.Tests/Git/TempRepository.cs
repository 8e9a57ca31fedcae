using Slipway.Machine.Git;
using Slipway.Machine.Processes;

namespace Slipway.Machine.Tests.Git;

internal sealed class TempRepository : IDisposable
{
    private readonly TempFolder _folder = new();

    public string Root => _folder["repository"];

    public static async Task<TempRepository> CreateAsync()
    {
        var repository = new TempRepository();
        Directory.CreateDirectory(repository.Root);
        await repository.GitAsync("init", "-q", "-b", "main");
        return repository;
    }

    public string Write(string path, string content) => _folder.Write($"repository/{path}", content);

    public string Path(string path) => _folder[$"repository/{path}"];

    public async Task<string> GitAsync(params string[] arguments)
    {
        var request = new ProcessRequest { FileName = "git", Arguments = ["-c", "core.fsync=none", .. arguments], WorkingDirectory = Root }
            .With("GIT_DIR", null).With("GIT_CONFIG_GLOBAL", "/dev/null").With("GIT_CONFIG_SYSTEM", "/dev/null")
            .With("GIT_AUTHOR_NAME", "a").With("GIT_AUTHOR_EMAIL", "a@b").With("GIT_COMMITTER_NAME", "a").With("GIT_COMMITTER_EMAIL", "a@b");
        return (await new ProcessRunner().RunAsync(request, TestContext.Current.CancellationToken)).OrFail("git").Output;
    }

    public async Task CommitAsync(string message = "change")
    {
        await GitAsync("add", "-A");
        await GitAsync("commit", "-q", "-m", message);
    }

    public async Task<GitRepository> OpenAsync() => (await GitRepository.FindAsync(Root, null, TestContext.Current.CancellationToken))!;

    public async Task<string[]> PathsAsync(params string[] below) => [.. (await ListAsync(below)).Select(file => file.Path)];

    public async Task<IReadOnlyList<GitFile>> ListAsync(params string[] below) =>
        await (await OpenAsync()).ListFilesAsync(below, TestContext.Current.CancellationToken);

    public void Dispose() => _folder.Dispose();
}
