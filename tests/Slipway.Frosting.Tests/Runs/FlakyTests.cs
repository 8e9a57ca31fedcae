using Slipway.Frosting.Tests.Harness;

namespace Slipway.Frosting.Tests.Runs;

/// <summary>A unit whose <c>vitest</c> is a script: it writes the report that the number of its call has a name for.</summary>
public sealed class FlakyTests
{
    private const string Passed = """<testsuites><testsuite><testcase classname="tests/a.test.ts" name="clock &gt; ticks"/><testcase classname="tests/a.test.ts" name="adds"/></testsuite></testsuites>""";
    private static readonly string _ticksFailed = Failing("clock &gt; ticks");

    [Fact]
    public void A_declared_test_that_passes_when_it_is_run_again_is_passed_and_reported_as_flaky()
    {
        using var platform = Platform("until: 2999-12-31, retries: 2", _ticksFailed, Passed);
        var call = Unit(platform);

        Assert.Equal(0, call.ExitCode);
        Assert.Contains(", 2 tests passed, 1 flaky", call.Output, StringComparison.Ordinal);
        Assert.Equal(["run --passWithNoTests", @"run tests/a.test.ts -t ^\s*(clock( > | )ticks)$ --passWithNoTests"], Calls(platform));
        Assert.Contains("<flakyFailure message=\"late\">", Report(platform, ".junit.xml"), StringComparison.Ordinal);
        Assert.Contains("\"outcome\": \"flaky\"", Report(platform, ".json"), StringComparison.Ordinal);
        Assert.Contains("\"flaky\": 1", File.ReadAllText(Assert.Single(Directory.GetFiles(Path.Join(platform.Artifacts, "runs")))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_declared_test_that_fails_every_time_fails_after_its_retries()
    {
        using var platform = Platform("until: 2999-12-31, retries: 2", _ticksFailed, _ticksFailed, _ticksFailed, Passed);

        Assert.Equal(1, Unit(platform).ExitCode);
        Assert.Equal(3, Calls(platform).Length);
    }

    [Fact]
    public void A_test_that_nobody_declared_is_never_run_again()
    {
        using var platform = Platform("until: 2999-12-31", Failing("adds"), Passed);

        Assert.Equal(1, Unit(platform).ExitCode);
        Assert.Single(Calls(platform));
    }

    [Fact]
    public void A_declaration_whose_day_has_passed_allows_nothing_and_is_said()
    {
        using var platform = Platform("until: 2001-02-03", _ticksFailed, Passed);
        var call = Unit(platform);

        Assert.Equal(1, call.ExitCode);
        Assert.Single(Calls(platform));
        Assert.Contains(
            "apps/shop/unit.yaml: error SLP3016: 'clock*' was declared flaky until 2001-02-03 (the clock is shared); that day has passed, so it was not run again.",
            call.Output, StringComparison.Ordinal);
    }

    private static string Failing(string name) =>
        $"""<testsuites><testsuite><testcase classname="tests/a.test.ts" name="{name}"><failure message="late">late</failure></testcase><testcase classname="tests/b.test.ts" name="subtracts"/></testsuite></testsuites>""";

    private static TestPlatform Platform(string declaration, params string[] reports)
    {
        var platform = new TestPlatform("shop");
        platform.Write("apps/shop/unit.yaml", $"tests: {{ flaky: [{{ test: 'clock*', reason: the clock is shared, {declaration} }}] }}\n");
        for (var call = 0; call < reports.Length; call++) platform.Write($"reports/{call}.xml", reports[call]);
        platform.Write("node_modules/.bin/vitest", """
            #!/bin/sh
            root=$(dirname "$0")/../..
            count=$(cat "$root/calls" 2>/dev/null | wc -l)
            words=""
            for word in "$@"; do
              case "$word" in
                --outputFile.junit=*) cp "$root/reports/$count.xml" "${word#--outputFile.junit=}" ;;
                --reporter=*) ;;
                *) words="$words $word" ;;
              esac
            done
            printf '%s\n' "${words# }" >> "$root/calls"
            if grep -q "<failure" "$root/reports/$count.xml"; then exit 1; fi
            """.ReplaceLineEndings("\n"));
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(Path.Join(platform.Root, "node_modules/.bin/vitest"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return platform;
    }

    private static HostCall Unit(TestPlatform platform) => HostCall.On(platform, "", "--target=Unit", "--exclusive");

    private static string[] Calls(TestPlatform platform) => File.ReadAllLines(Path.Join(platform.Root, "calls"));

    private static string Report(TestPlatform platform, string extension) =>
        File.ReadAllText(Path.Join(platform.Artifacts, "reports/apps/shop/unit" + extension));
}
