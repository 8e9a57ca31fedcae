using Slipway.Machine.Files;
using Slipway.Machine.Processes;

namespace Slipway.Machine.Tests.Files;

public sealed class FileOwnerTests : IDisposable
{
    private readonly TempFolder _temp = new();

    public FileOwnerTests() => Assert.SkipWhen(OperatingSystem.IsWindows(), "A person's folders see to it there.");

    public void Dispose() => _temp.Dispose();

    [Theory]
    [InlineData(0b110_000_000, true)]
    [InlineData(0b110_100_100, true)]
    [InlineData(0b110_110_000, false)]
    [InlineData(0b110_000_010, false)]
    public void A_file_is_mine_alone_where_nobody_else_may_write_it(int mode, bool mine)
    {
        var path = _temp.Write("file", "bytes");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, (UnixFileMode)mode);

        Assert.Equal(mine, IsMine(path));
    }

    [Fact]
    public async Task A_file_of_another_user_is_not_mine()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "Only root gives files away.");
        var path = _temp.Write("file", "bytes");
        await new ProcessRunner().RunAsync(new() { FileName = "chown", Arguments = ["nobody", path] }, TestContext.Current.CancellationToken);

        Assert.False(IsMine(path));
    }

    private static bool IsMine(string path)
    {
        using var file = File.OpenHandle(path);
        return FileOwner.IsMine(file);
    }
}
