using System.Diagnostics;
using System.Globalization;

namespace Slipway.Workspace.Tests;

/// <summary>A repository in a folder of its own, gone when disposed.</summary>
internal sealed class TemporaryRepository : IDisposable
{
    public TemporaryRepository(params (string Path, string Content)[] files)
    {
        Root = Directory.CreateTempSubdirectory("slipway-").FullName;
        foreach (var (path, content) in files) Write(path, content);
    }

    public string Root { get; }

    public string this[string path] => Path.Join(Root, path);

    public TemporaryRepository Write(string path, string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(this[path])!);
        File.WriteAllText(this[path], content);
        return this;
    }

    /// <summary>Writes a .NET project: its SDK's own defaults, and what is given as items and properties.</summary>
    public TemporaryRepository Project(string path, string body = "", string sdk = "Microsoft.NET.Sdk") => Write(
        path,
        $"""<Project Sdk="{sdk}"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>{body}</Project>""");

    public TemporaryRepository Commit(string message = "Everything")
    {
        if (!Directory.Exists(this[".git"])) Git("init", "-q", "-b", "main");
        Git("add", "-A");
        Git("-c", "user.name=t", "-c", "user.email=t@t", "-c", "commit.gpgsign=false", "commit", "-q", "--allow-empty", "-m", message);
        return this;
    }

    public string Git(params string[] arguments)
    {
        using var git = Process.Start(new ProcessStartInfo("git", arguments) { WorkingDirectory = Root, RedirectStandardOutput = true })!;
        var output = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        return git.ExitCode == 0 ? output.Trim() : throw new InvalidOperationException(
            string.Create(CultureInfo.InvariantCulture, $"git {string.Join(' ', arguments)} ended with {git.ExitCode}"));
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
