using Slipway.Frosting.Tests.Harness;

namespace Slipway.Frosting.Tests.Runs;

/// <summary>Which units a change lets run, and how that is told.</summary>
public sealed class AffectedRuns : IDisposable
{
    private static readonly string _probe = Stages.That("return StageResult.Succeeded;");

    private readonly TestPlatform _platform = new("admin", "shop");

    [Fact]
    public void Since_a_commit_only_the_units_that_changed_run()
    {
        _platform.Write("apps/shop/new.js", "export {};");

        var call = HostCall.On(_platform, _probe, "--target=Probe", "--since=HEAD");

        Assert.Equal(0, call.ExitCode);
        Assert.Matches(@"1 of 2 units are affected since HEAD \(at [0-9a-f]{10}\)\.", call.Output);
        Assert.Contains("apps/shop ", call.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("apps/admin", call.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_nothing_changed_nothing_runs_and_that_is_a_pass()
    {
        var call = HostCall.On(_platform, _probe, "--target=Probe", "--since=HEAD");

        Assert.Equal(0, call.ExitCode);
        Assert.Matches(@"Nothing is affected since HEAD \(at [0-9a-f]{10}\): there is nothing to run\.", call.Output);
        Assert.DoesNotContain("apps/", call.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_reference_that_git_does_not_know_runs_nothing()
    {
        var call = HostCall.On(_platform, _probe, "--target=Probe", "--since=mian");

        Assert.Equal(2, call.ExitCode);
        Assert.Contains("SLP2006: Nothing can be compared with 'mian': git does not know it.", call.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_target_Affected_names_unit_and_input()
    {
        _platform.Write("apps/shop/new.js", "export {};");

        var text = HostCall.On(_platform, _probe, "--target=Affected", "--since=HEAD");
        var json = HostCall.On(_platform, _probe, "--target=Affected", "--since=HEAD", "--json");

        Assert.Contains("  apps/shop  apps/shop/new.js", text.Output, StringComparison.Ordinal);
        Assert.Contains("\"name\": \"apps/shop/new.js\"", json.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_it_evaluated_to_answer_is_kept_for_the_next_question()
    {
        using var person = new EnvironmentScope(("CI", null));
        _platform.Write("packages/money/Money.csproj", """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>""");

        var call = HostCall.On(_platform, _probe, "--target=Affected", "--since=HEAD");

        Assert.Contains("packages/money", call.Output, StringComparison.Ordinal);
        Assert.Single(Directory.GetFiles(Path.Combine(_platform.Cache, "evaluations")));
    }

    [Fact]
    public void The_target_Affected_wants_something_to_compare_with()
    {
        var call = HostCall.On(_platform, _probe, "--target=Affected");

        Assert.Equal(2, call.ExitCode);
        Assert.Contains("mend: --since=REF", call.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _platform.Dispose();
}
