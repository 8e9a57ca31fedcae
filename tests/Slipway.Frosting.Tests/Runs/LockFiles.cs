using Slipway.Frosting.Tests.Harness;

namespace Slipway.Frosting.Tests.Runs;

public sealed class LockFiles
{
    [Fact]
    public void In_CI_a_missing_lock_file_is_named_and_no_task_runs()
    {
        using var platform = new TestPlatform("shop");
        var call = WithCi("true", () => HostCall.On(platform, "", "--target=Restore"));

        Assert.Equal(2, call.ExitCode);
        Assert.Contains("apps/shop/package-lock.json: SLP3005: The lock file is missing", call.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Join(platform.Root, "apps/shop/package-lock.json")));
    }

    [Fact]
    public void A_dry_run_says_what_a_run_would_write_and_writes_nothing()
    {
        using var platform = new TestPlatform("shop");
        var call = WithCi(null, () => HostCall.On(platform, "", "--target=Restore", "--dryrun"));

        Assert.Equal(0, call.ExitCode);
        Assert.StartsWith("A run would write 1 lock file (apps/shop/package-lock.json) first.", call.Output, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Join(platform.Root, "apps/shop/package-lock.json")));
    }

    [Fact]
    public void Where_no_package_is_restored_lock_files_are_nobody_s_business()
    {
        using var platform = new TestPlatform("shop");
        var call = WithCi("true", () => HostCall.On(platform, Stages.That("return StageResult.Succeeded;"), "--target=Probe"));

        Assert.Equal(0, call.ExitCode);
    }

    [Fact]
    public void To_update_them_with_a_target_that_restores_nothing_is_bad_usage()
    {
        using var platform = new TestPlatform("shop");
        var call = HostCall.On(platform, Stages.That("return StageResult.Succeeded;"), "--target=Probe", "--update-locks");

        Assert.Equal(2, call.ExitCode);
        Assert.Contains("SLP1107: --update-locks has nothing to do: Probe restores no packages.", call.Error, StringComparison.Ordinal);
    }

    // Calls run one after another, so nobody else sees the variable.
    private static HostCall WithCi(string? value, Func<HostCall> call)
    {
        var before = Environment.GetEnvironmentVariable("CI");
        Environment.SetEnvironmentVariable("CI", value);
        try
        {
            return call();
        }
        finally
        {
            Environment.SetEnvironmentVariable("CI", before);
        }
    }
}
