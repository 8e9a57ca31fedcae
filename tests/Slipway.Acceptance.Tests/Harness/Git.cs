using Slipway.Machine.Processes;

namespace Slipway.Acceptance.Tests.Harness;

internal static class Git
{
    /// <summary>Makes a repository of a folder, with everything in its first commit.</summary>
    public static async Task BeginAsync(string folder)
    {
        await AskAsync(folder, "init", "--quiet", "--initial-branch=main");
        await CommitAsync(folder, "Begin");
    }

    /// <summary>Commits everything that lies there.</summary>
    public static async Task CommitAsync(string folder, string message)
    {
        await AskAsync(folder, "add", "--all");
        await AskAsync(folder, "-c", "user.name=Tester", "-c", "user.email=tester@example.org", "-c", "commit.gpgsign=false", "commit", "--quiet", $"--message={message}");
    }

    public static async Task<string> AskAsync(string folder, params string[] arguments)
    {
        var request = new ProcessRequest { FileName = "git", Arguments = [.. arguments], WorkingDirectory = folder };
        return (await new ProcessRunner().RunAsync(request)).OrFail($"git {arguments[0]}").Output;
    }
}
