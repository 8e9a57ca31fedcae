using Slipway.Machine.Processes;

namespace Slipway.Migrations.Runner.Tests;

/// <summary>A disk of 16 MB in memory. Where none can be had, the test is skipped, and says so.</summary>
internal sealed class SmallDisk : IAsyncDisposable
{
    private const string Small = "size=16m";

    private SmallDisk(string folder) => Folder = folder;

    public string Folder { get; }

    public static async Task<SmallDisk> MountAsync()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess, "Only root on Linux can mount a small disk.");
        var disk = new SmallDisk(Directory.CreateTempSubdirectory("slipway-disk-").FullName);
        var mount = await RunAsync("mount", "-t", "tmpfs", "-o", $"{Small},mode=0777", "tmpfs", disk.Folder);
        if (!mount.Succeeded) Directory.Delete(disk.Folder);
        Assert.SkipUnless(mount.Succeeded, $"No small disk can be mounted here: {mount.Tail.Trim()}");
        return disk;
    }

    public Task GrowAsync() => SizeAsync("size=160m");

    public Task ShrinkAsync() => SizeAsync(Small);

    public async ValueTask DisposeAsync()
    {
        (await RunAsync("umount", Folder)).OrFail("umount");
        Directory.Delete(Folder);
    }

    private async Task SizeAsync(string size) => (await RunAsync("mount", "-o", $"remount,{size}", Folder)).OrFail("mount");

    // Not the test's token: what is mounted has to go.
    private static Task<ProcessResult> RunAsync(string program, params string[] arguments) =>
        new ProcessRunner().RunAsync(ProcessRequest.For(program, [.. arguments]), CancellationToken.None);
}
