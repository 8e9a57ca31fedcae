using System.Diagnostics;

namespace Slipway.Frosting.Tests.Harness;

/// <summary>A platform of Node apps in a folder of its own, gone when disposed.</summary>
internal sealed class TestPlatform : IDisposable
{
    public TestPlatform(params string[] apps)
    {
        Root = Directory.CreateTempSubdirectory("frosting-tests-").FullName;
        Write("platform.yaml", "name: harbour\n");
        foreach (var app in apps) Write($"apps/{app}/package.json", $$"""{ "name": "{{app}}", "private": true }""");
        if (apps.Length == 0) return;
        Git("init", "-q", "-b", "main");
        Git("add", "-A");
        Git("-c", "user.name=t", "-c", "user.email=t@t", "-c", "commit.gpgsign=false", "commit", "-q", "-m", "Everything");
    }

    public string Root { get; }

    /// <summary>The cache of whoever runs here: nobody's own, and no other test's.</summary>
    public string Cache => Root + "-cache";

    public string Artifacts => Path.Join(Root, "artifacts");

    public void Write(string path, string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Join(Root, path))!);
        File.WriteAllText(Path.Join(Root, path), content);
    }

    public void Git(params string[] arguments)
    {
        using var git = Process.Start(new ProcessStartInfo("git", arguments) { WorkingDirectory = Root })!;
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
    }

    public void Dispose()
    {
        Directory.Delete(Root, recursive: true);
        if (Directory.Exists(Cache)) Directory.Delete(Cache, recursive: true);
    }
}
