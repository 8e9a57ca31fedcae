using Slipway.Machine.Files;
using Slipway.Model;

namespace Slipway.Machine.Tests.Files;

/// <summary>When a file that has several names is read.</summary>
public sealed class SharedDigestsTests : IDisposable
{
    private readonly TempFolder _temp = new();
    private SharedDigests _digests = new(TimeProvider.System);
    private int _read;

    public SharedDigestsTests()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Elsewhere nobody vouches for a file, and each is read every time.");
        File.WriteAllText(_temp["one"], "bytes");
        Assert.True(FileTree.TryLink(_temp["one"], _temp["two"]));
    }

    public void Dispose() => _temp.Dispose();

    [Fact]
    public void It_is_read_once_for_all_its_names()
    {
        Age("one");

        Assert.Equal(Digest.Of("bytes"), DigestOf("one"));
        Assert.Equal(Digest.Of("bytes"), DigestOf("two"));
        Assert.Equal(1, _read);
    }

    [Fact]
    public void Altered_through_another_name_it_is_read_again_although_size_and_time_are_the_same()
    {
        Age("one");
        DigestOf("one");
        var time = File.GetLastWriteTimeUtc(_temp["two"]);
        File.WriteAllText(_temp["two"], "other");
        File.SetLastWriteTimeUtc(_temp["two"], time);

        Assert.Equal(Digest.Of("other"), DigestOf("one"));
        Age("one");
        Assert.Equal(Digest.Of("other"), DigestOf("one"));
    }

    [Fact]
    public void Replaced_by_another_file_it_is_read_again_although_size_and_time_are_the_same()
    {
        Age("one");
        DigestOf("one");
        File.WriteAllText(_temp["copy"], "other");
        FileTree.TryLink(_temp["copy"], _temp["name of the copy"]);
        File.SetLastWriteTimeUtc(_temp["copy"], File.GetLastWriteTimeUtc(_temp["one"]));
        File.Move(_temp["copy"], _temp["one"], overwrite: true);
        Age("one");

        Assert.Equal(Digest.Of("other"), DigestOf("one"));
    }

    [Fact]
    public void Just_changed_it_is_not_known_again_since_another_change_could_leave_the_same_time()
    {
        _digests = new(new Stopped(new DateTimeOffset(File.GetLastWriteTimeUtc(_temp["one"]))));

        DigestOf("one");
        DigestOf("one");

        Assert.Equal(2, _read);
    }

    [Fact]
    public void Altered_while_it_is_read_it_is_read_again()
    {
        Age("one");
        DigestOf("one", () => File.WriteAllText(_temp["two"], "other"));
        Age("one");

        Assert.Equal(Digest.Of("other"), DigestOf("one"));
    }

    [Fact]
    public void A_file_that_has_one_name_is_read_every_time()
    {
        File.Delete(_temp["two"]);
        _digests = new(new Stopped(DateTimeOffset.UtcNow.AddHours(1)));

        DigestOf("one");
        DigestOf("one");

        Assert.Equal(2, _read);
    }

    private Digest DigestOf(string name, Action? afterwards = null)
    {
        using var file = File.Open(_temp[name], FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        return _digests.Of(file, read =>
        {
            _read++;
            var bytes = new byte[read.Length];
            read.ReadExactly(bytes);
            afterwards?.Invoke();
            return Digest.Of(bytes);
        });
    }

    // The time of a change of status is the kernel's alone to set, so a tick of its clock has to pass.
    private void Age(string name) => Assert.True(SpinWait.SpinUntil(() => IsSettled(name), TimeSpan.FromSeconds(10)));

    private bool IsSettled(string name)
    {
        using var file = File.OpenHandle(_temp[name]);
        return FileStatus.SettledStampOf(file, DateTimeOffset.UtcNow) is not null;
    }

    private sealed class Stopped(DateTimeOffset at) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => at;
    }
}
