using System.Diagnostics;
using System.Net.Sockets;
using Slipway.Workspace.Fingerprints;

namespace Slipway.Workspace.Tests.Discovery;

/// <summary>Names of files that are read, on what is no file: nothing of it may be opened, for that could wait for ever.</summary>
public sealed class OddFileTests
{
    public static TheoryData<string> Read => ["platform.yaml", "services/catalog/unit.yaml", "environments/dev.yaml", "apps/shop/package.json", "services/catalog/Catalog.csproj"];

    [Theory]
    [MemberData(nameof(Read))]
    public async Task A_named_pipe_is_refused_without_being_opened(string path)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux is asked what a file is.");
        using var repository = Sound(path);
        using var make = Process.Start("mkfifo", [repository[path]]);
        await make.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal($"{path}: SLP1009: This is not a regular file but a named pipe.\n  mend: put a file in its place, or remove it", await BadInput.Of(repository));
    }

    [Theory]
    [MemberData(nameof(Read))]
    public async Task A_folder_is_refused(string path)
    {
        using var repository = Sound(path);
        Directory.CreateDirectory(repository[path]);

        Assert.StartsWith($"{path}: SLP1009: This is not a regular file but a folder.", await BadInput.Of(repository));
    }

    [Fact]
    public async Task A_socket_is_refused()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux is asked what a file is.");
        using var repository = Sound("platform.yaml");
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(repository["platform.yaml"]));

        Assert.StartsWith("platform.yaml: SLP1009: This is not a regular file but a socket.", await BadInput.Of(repository));
    }

    [Fact]
    public async Task A_pipe_of_no_telling_name_is_no_source()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such files.");
        using var repository = Sound("none");
        using var make = Process.Start("mkfifo", [repository["services/catalog/pipe"]]);
        await make.WaitForExitAsync(TestContext.Current.CancellationToken);

        var platform = await WorkspaceReader.ReadAsync(repository.Root, TestContext.Current.CancellationToken);
        var inputs = await UnitFingerprints.ReadAsync(platform, cancel: TestContext.Current.CancellationToken);

        Assert.Equal(["services/catalog/Catalog.csproj"], inputs.FilesOf(platform.Units[0].Id).Select(file => file.Path));
    }

    [Theory]
    [InlineData("platform.yml", "platform.yaml")]
    [InlineData("Platform.yaml", "platform.yaml")]
    [InlineData("PLATFORM.YML", "platform.yaml")]
    [InlineData("services/catalog/unit.yml", "unit.yaml")]
    [InlineData("services/catalog/Unit.yaml", "unit.yaml")]
    public async Task A_name_that_is_almost_right_is_not_passed_over(string path, string right)
    {
        using var repository = Sound("none").Write(path, "name: other\n");

        Assert.Equal(
            $"""
            {path}: SLP1036: '{Path.GetFileName(path)}' is not the name of a file that is read, so nothing in it would hold.
              mend: call it {right}
            """,
            await BadInput.Of(repository));
    }

    [Fact]
    public async Task Environments_that_are_a_file_are_refused()
    {
        using var repository = Sound("none").Write("environments", "dev\n");

        Assert.StartsWith("environments: SLP1030: 'environments' is a file;", await BadInput.Of(repository));
    }

    // Everything but the one file, whose folder is there.
    private static TemporaryRepository Sound(string without)
    {
        var repository = new TemporaryRepository().Project("services/catalog/Catalog.csproj").Write("apps/shop/package.json", "{}");
        Directory.CreateDirectory(Path.GetDirectoryName(repository[without])!);
        File.Delete(repository[without]);
        return repository;
    }
}
