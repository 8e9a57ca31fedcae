using Slipway.Machine.Files;

namespace Slipway.Machine.Tests.Files;

public sealed class AtomicFileTests : IDisposable
{
    private const UnixFileMode Own = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Readers_see_one_whole_writing_or_another_however_many_write()
    {
        var path = _folder["file"];
        var contents = Enumerable.Range(0, 4).Select(writer => new string((char)('a' + writer), 300_000)).ToArray();
        AtomicFile.WriteAllText(path, contents[0]);
        using var stop = new CancellationTokenSource();
        var reader = Task.Run(() =>
        {
            var readings = 0;
            while (!stop.IsCancellationRequested)
            {
                Assert.Contains(File.ReadAllText(path), contents);
                readings++;
            }
            return readings;
        });

        await Task.WhenAll(contents.Select(content => Task.Run(() =>
        {
            for (var write = 0; write < 50; write++) AtomicFile.WriteAllText(path, content);
        })));
        await stop.CancelAsync();

        Assert.InRange(await reader, 1, int.MaxValue);
        Assert.Equal([path], Directory.EnumerateFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void The_mode_holds_from_the_first_byte_and_replaces_the_old_one()
    {
        var path = _folder.Write("key", "old, for all to read");

        AtomicFile.WriteAllText(path, "secret", Own, durable: true);

        Assert.Equal(Own, File.GetUnixFileMode(path));
        Assert.Equal("secret", File.ReadAllText(path));
    }

    [Fact]
    public void A_writing_that_fails_leaves_the_old_file_and_nothing_else()
    {
        Directory.CreateDirectory(_folder["taken"]);

        Assert.ThrowsAny<Exception>(() => AtomicFile.WriteAllText(_folder["taken"], "text"));

        Assert.Equal([_folder["taken"]], Directory.EnumerateFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void Json_is_indented_and_ends_its_last_line()
    {
        AtomicFile.WriteJson(_folder["deep/er/file.json"], new { UnitName = "catalog" });

        Assert.Equal("{\n  \"unitName\": \"catalog\"\n}\n", File.ReadAllText(_folder["deep/er/file.json"]));
    }
}
