using Slipway.Machine.Files;

namespace Slipway.Machine.Tests.Files;

public sealed class FolderStateTests : IDisposable
{
    private static readonly Dictionary<string, Action<string>> Changes = new()
    {
        ["a file is altered, its size and time kept"] = folder =>
        {
            var file = Path.Join(folder, "below/b.txt");
            var time = File.GetLastWriteTimeUtc(file);
            File.WriteAllText(file, "c");
            File.SetLastWriteTimeUtc(file, time);
        },
        ["a file that has another name elsewhere is altered, its size and time kept"] = folder =>
        {
            var file = Path.Join(folder, "shared.txt");
            var time = File.GetLastWriteTimeUtc(file);
            File.WriteAllText(file, "t");
            File.SetLastWriteTimeUtc(file, time);
        },
        ["a file that has another name elsewhere is replaced by one of the same bytes"] = folder =>
        {
            File.Copy(Path.Join(folder, "shared.txt"), Path.Join(folder, "copy"));
            File.Move(Path.Join(folder, "copy"), Path.Join(folder, "shared.txt"), overwrite: true);
        },
        ["a file is replaced by one of the same bytes"] = folder =>
        {
            File.Copy(Path.Join(folder, "a.txt"), Path.Join(folder, "copy"));
            File.Move(Path.Join(folder, "copy"), Path.Join(folder, "a.txt"), overwrite: true);
        },
        ["a file becomes a program"] = folder => Chmod(Path.Join(folder, "a.txt")),
        ["a file is added"] = folder => File.WriteAllText(Path.Join(folder, "below/c.txt"), ""),
        ["an empty folder is added"] = folder => Directory.CreateDirectory(Path.Join(folder, "below/empty")),
        ["a file is removed"] = folder => File.Delete(Path.Join(folder, "below/b.txt")),
    };

    private readonly TempFolder _temp = new();

    public FolderStateTests()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Elsewhere nobody vouches for a folder.");
        Directory.CreateDirectory(_temp["release/below"]);
        File.WriteAllText(_temp["release/a.txt"], "a");
        File.WriteAllText(_temp["release/below/b.txt"], "b");
        File.WriteAllText(_temp["release/shared.txt"], "s");
        Assert.True(FileTree.TryLink(_temp["release/shared.txt"], _temp["elsewhere.txt"]));
    }

    public static TheoryData<string> All => [.. Changes.Keys];

    public void Dispose() => _temp.Dispose();

    [Theory]
    [MemberData(nameof(All))]
    public void It_is_another_one_when(string change)
    {
        var before = FolderState.Of(_temp["release"]);
        Changes[change](_temp["release"]);

        Assert.NotEqual(before, FolderState.Of(_temp["release"]));
    }

    [Fact]
    public void It_stays_the_same_while_files_are_only_read()
    {
        var before = FolderState.Of(_temp["release"]);
        _ = File.ReadAllText(_temp["release/a.txt"]);

        Assert.NotNull(before);
        Assert.Equal(before, FolderState.Of(_temp["release"]));
    }

    [Fact]
    public void It_stays_the_same_while_a_file_that_has_several_names_gets_another_and_loses_one()
    {
        var before = FolderState.Of(_temp["release"]);
        FileTree.TryLink(_temp["release/shared.txt"], _temp["third.txt"]);
        Assert.Equal(before, FolderState.Of(_temp["release"]));
        File.Delete(_temp["third.txt"]);

        Assert.Equal(before, FolderState.Of(_temp["release"]));
    }

    [Fact]
    public void There_is_none_where_there_is_no_folder() => Assert.Null(FolderState.Of(_temp["nowhere"]));

    private static void Chmod(string path)
    {
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, File.GetUnixFileMode(path) | UnixFileMode.UserExecute);
    }
}
