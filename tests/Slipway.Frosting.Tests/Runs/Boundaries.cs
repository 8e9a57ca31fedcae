using Slipway.Frosting.Tests.Harness;

namespace Slipway.Frosting.Tests.Runs;

/// <summary>The stage boundaries on a platform of apps, from the command line to the exit code.</summary>
public sealed class Boundaries : IDisposable
{
    private const string Foreign = "import x from '../../office/src/x'\n";
    private const string File = "boundaries.baseline.yaml";
    private static readonly string[] Alone = ["--target=Boundaries", "--exclusive"];

    private readonly TestPlatform _platform = new("shop", "office");

    public void Dispose() => _platform.Dispose();

    [Fact]
    public void An_import_of_another_app_fails_the_stage()
    {
        _platform.Write("apps/shop/src/a.ts", Foreign);

        var call = HostCall.On(_platform, "", Alone);

        Assert.Equal(1, call.ExitCode);
        Assert.Contains("apps/shop/src/a.ts(1,16): error SLW8001: 'apps/shop' imports '../../office/src/x', which lies in 'apps/office'", call.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_baseline_lets_pass_what_was_there_and_nothing_else()
    {
        _platform.Write("apps/shop/src/a.ts", Foreign);
        var written = HostCall.On(_platform, "", [.. Alone, "--baseline", "write"]);
        Assert.Equal((0, true), (written.ExitCode, System.IO.File.Exists(Path.Join(_platform.Root, File))));

        _platform.Write("apps/shop/src/a.ts", "// moved\n" + Foreign);
        var adopted = HostCall.On(_platform, "", Alone);
        Assert.Equal(0, adopted.ExitCode);

        _platform.Write("apps/shop/src/b.ts", Foreign);
        var added = HostCall.On(_platform, "", Alone);
        Assert.Equal(1, added.ExitCode);
        Assert.Contains("apps/shop/src/b.ts(1,16): error SLW8001", added.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("a.ts(", added.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_entry_that_occurs_no_more_is_reported_for_removal()
    {
        _platform.Write("apps/shop/src/a.ts", Foreign);
        HostCall.On(_platform, "", [.. Alone, "--baseline=write"]);
        _platform.Write("apps/shop/src/a.ts", "");

        var call = HostCall.On(_platform, "", Alone);

        Assert.Equal(1, call.ExitCode);
        Assert.Contains($"{File}: warning SLW9006: A finding of the baseline occurs no more: apps/shop/src/a.ts: SLW8001", call.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_baseline_that_is_not_well_formed_is_bad_input_with_its_place()
    {
        _platform.Write(File, "findings:\n  - unit: apps/shpo\n    rule: SLW8001\n    message: x\n");

        var call = HostCall.On(_platform, "", Alone);

        Assert.Equal(2, call.ExitCode);
        Assert.Contains($"{File}(2,11): SLP1042: 'apps/shpo' is not a unit of this platform.", call.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--target=Boundaries", "--baseline=read", "'read' is nothing that can be done with a baseline; 'write' is.")]
    [InlineData("--target=Lint", "--baseline=write", "--baseline stands with the target Boundaries alone.")]
    public void A_baseline_is_written_by_the_target_Boundaries_alone(string target, string option, string why)
    {
        var call = HostCall.On(_platform, "", target, option);

        Assert.Equal(2, call.ExitCode);
        Assert.Contains($"SLP1107: {why}", call.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void What_another_unit_changes_is_judged_also_where_the_units_own_record_would_stand()
    {
        _platform.Write("apps/shop/.env", "DATABASE_URL=postgres://db/shop\n");
        Assert.Equal(0, HostCall.On(_platform, "", Alone).ExitCode);
        _platform.Write("apps/office/.env", "DATABASE_URL=postgres://db/shop\n");

        var call = HostCall.On(_platform, "", [.. Alone, "--unit=shop"]);

        Assert.Equal(1, call.ExitCode);
        Assert.Contains("error SLW2003: 'apps/shop' uses the database 'shop' on 'db', and so does 'apps/office' (apps/office/.env)", call.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_project_of_no_unit_fails_with_the_platforms_first_unit()
    {
        _platform.Write("sites/Late/Late.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\" />");

        var call = HostCall.On(_platform, "", Alone);

        Assert.Equal(1, call.ExitCode);
        Assert.Contains("FAILED apps/office boundaries: 1 finding", call.Output, StringComparison.Ordinal);
        Assert.Contains("sites/Late/Late.csproj: error SLW9004: 'sites/Late/Late.csproj' lies in no unit", call.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("FAILED apps/shop", call.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_project_of_no_unit_is_found_also_where_no_unit_changed()
    {
        _platform.Write("sites/Late/Late.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\" />");

        var call = HostCall.On(_platform, "", [.. Alone, "--since=HEAD"]);

        Assert.Equal(1, call.ExitCode);
        Assert.Contains("All the same apps/office runs: boundaries are broken there.", call.Output, StringComparison.Ordinal);
        Assert.Contains("error SLW9004", call.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_database_that_a_file_of_no_unit_gives_to_two_is_found_where_no_unit_changed()
    {
        _platform.Write("compose.yaml", "services:\n  shop:\n    environment:\n      - DB=postgres://db/one\n  office:\n    environment:\n      - DB=postgres://db/one\n");

        var call = HostCall.On(_platform, "", [.. Alone, "--since=HEAD"]);

        Assert.Equal(1, call.ExitCode);
        Assert.Contains("All the same apps/office, apps/shop run: boundaries are broken there.", call.Output, StringComparison.Ordinal);
        Assert.Contains("error SLW2003", call.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_dry_run_leaves_nothing_behind()
    {
        HostCall.On(_platform, "", "--target=Boundaries", "--dryrun");

        Assert.False(Directory.Exists(_platform.Artifacts));
    }
}
