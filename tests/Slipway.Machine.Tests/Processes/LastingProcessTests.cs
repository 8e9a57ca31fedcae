using System.Collections.Immutable;
using System.IO.Pipes;
using Slipway.Machine.Processes;

namespace Slipway.Machine.Tests.Processes;

public sealed class LastingProcessTests
{
    private static readonly ImmutableDictionary<string, string?> _marked = ImmutableDictionary<string, string?>.Empty.Add("LASTING", "yes").Add("HOME", null);

    [Fact]
    public async Task It_is_nobodys_child_and_holds_nothing_of_ours()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux tells what a process holds, in /proc.");
        // A file that is handed down to every child, as one that a caller of ours has opened, and perhaps locked, would be.
        using var handed = new AnonymousPipeServerStream(PipeDirection.Out, HandleInheritability.Inheritable);

        var process = LastingProcess.Start("sleep", ["60"], _marked)!;
        try
        {
            await Reaches(() => Sleeps(process, "sleep"));
            Assert.DoesNotContain($"PPid:\t{Environment.ProcessId}\n", File.ReadAllText($"/proc/{process.Id}/status"), StringComparison.Ordinal);
            Assert.Equal(
                ["0 /dev/null", "1 /dev/null", "2 /dev/null"],
                Directory.GetFiles($"/proc/{process.Id}/fd").Order(StringComparer.Ordinal).Select(fd => $"{Path.GetFileName(fd)} {new FileInfo(fd).LinkTarget}"));
            Assert.Equal("/", new FileInfo($"/proc/{process.Id}/cwd").LinkTarget);
            var environment = File.ReadAllText($"/proc/{process.Id}/environ").Split('\0');
            Assert.Contains("LASTING=yes", environment);
            Assert.DoesNotContain(environment, variable => variable.StartsWith("HOME=", StringComparison.Ordinal));
        }
        finally
        {
            process.Kill();
        }
        await Reaches(() => !IsAlive(process.Id));
    }

    [Fact]
    public async Task One_that_has_ended_by_itself_is_not_ended_again()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Not on Windows.");
        var process = LastingProcess.Start("true", [], _marked)!;
        await Reaches(() => !IsAlive(process.Id));

        process.Kill();
    }

    [Fact]
    public async Task It_is_found_again_by_its_id_and_its_start_and_only_by_both()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux tells when a process was started, in /proc.");
        var process = LastingProcess.Start("sleep", ["60"], _marked)!;
        var started = process.Started!.Value;

        Assert.True(LastingProcess.Find(process.Id, started)!.IsAlive);
        Assert.Null(LastingProcess.Find(process.Id, started + 1));

        process.Kill();
        await Reaches(() => !process.IsAlive);
        Assert.Null(LastingProcess.Find(process.Id, started));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Code_that_it_has_loaded_is_known_to_have_changed_or_gone(bool gone)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux tells what a process has loaded, in /proc.");
        var folder = Directory.CreateTempSubdirectory("slipway lasting-").FullName;
        var program = Path.Combine(folder, "sleep.program");
        File.Copy("/bin/sleep", program);
        await PassesOnDisk();
        var (process, since) = await StartedAsync(program);
        try
        {
            Assert.True(IsAsOnDisk(_ => true));
            Assert.False(process.IsAsOnDisk("LASTING=no", program, since, _ => true));
            Assert.False(process.IsAsOnDisk("LASTING=yes", program + "x", since, _ => true));
            Assert.False(IsAsOnDisk(file => file != program));

            if (gone) File.Delete(program);
            else File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);
            Assert.False(IsAsOnDisk(_ => true));
        }
        finally
        {
            process.Kill();
            Directory.Delete(folder, recursive: true);
        }
        await Reaches(() => !process.IsAlive);
        Assert.False(IsAsOnDisk(_ => true));

        bool IsAsOnDisk(Predicate<string> allowed) => process.IsAsOnDisk("LASTING=yes", program, since, allowed);
    }

    [Fact]
    public async Task Code_that_may_have_changed_in_the_very_moment_is_not_known_to_be_as_on_disk()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux tells what a process has loaded, in /proc.");
        var folder = Directory.CreateTempSubdirectory("slipway lasting-").FullName;
        var program = Path.Combine(folder, "sleep.program");
        File.Copy("/bin/sleep", program);
        await PassesOnDisk();
        File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        var (process, since) = await StartedAsync(program);
        try
        {
            Assert.False(process.IsAsOnDisk("LASTING=yes", program, since, _ => true));
            Assert.True(process.IsAsOnDisk("LASTING=yes", program, since + TimeSpan.FromSeconds(3), _ => true));
        }
        finally
        {
            process.Kill();
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task A_shell_that_greets_is_not_taken_for_it()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux tells when a process was started, in /proc.");
        var greeting = Path.GetTempFileName();
        await File.WriteAllTextAsync(greeting, "echo 1\n", TestContext.Current.CancellationToken);

        var process = LastingProcess.Start("sleep", ["60"], _marked.Add("BASH_ENV", greeting))!;

        Assert.NotEqual(1, process.Id);
        Assert.True(process.IsAlive);
        process.Kill();
        File.Delete(greeting);
    }

    // Until a file that is written gets another time than those before it, as the clock of the kernel goes.
    private static async Task PassesOnDisk()
    {
        var probe = Path.GetTempFileName();
        var first = File.GetLastWriteTimeUtc(probe);
        while (File.GetLastWriteTimeUtc(probe) < first.AddMilliseconds(25))
        {
            await Task.Delay(10, TestContext.Current.CancellationToken);
            await File.WriteAllTextAsync(probe, "x", TestContext.Current.CancellationToken);
        }
        File.Delete(probe);
    }

    // And a moment before that, as a file has it.
    private static async Task<(LastingProcess Process, DateTimeOffset Since)> StartedAsync(string program)
    {
        var marker = $"{program}.marker";
        await File.WriteAllTextAsync(marker, "", TestContext.Current.CancellationToken);
        var since = new DateTimeOffset(File.GetLastWriteTimeUtc(marker));
        var process = LastingProcess.Start(program, ["60"], _marked)!;
        await Reaches(() => Sleeps(process, program));
        return (process, since);
    }

    // It is no shell any more, has its variables, and has loaded and closed what it needs.
    private static bool Sleeps(LastingProcess process, string program) =>
        File.ReadAllText($"/proc/{process.Id}/cmdline").StartsWith(program + "\0", StringComparison.Ordinal)
        && File.ReadAllText($"/proc/{process.Id}/stat").Contains(") S ", StringComparison.Ordinal);

    private static bool IsAlive(int id)
    {
        try
        {
            return !File.ReadAllText($"/proc/{id}/stat").Contains(") Z ", StringComparison.Ordinal);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static async Task Reaches(Func<bool> condition)
    {
        while (!condition()) await Task.Delay(10, TestContext.Current.CancellationToken);
    }
}
