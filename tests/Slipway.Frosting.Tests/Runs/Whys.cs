using Slipway.Frosting.Tests.Harness;

namespace Slipway.Frosting.Tests.Runs;

/// <summary>The target Why, and the reason that each execution leaves in its record.</summary>
public sealed class Whys : IDisposable
{
    private readonly TestPlatform _platform = new("shop");

    [Fact]
    public void A_stage_that_never_ran_has_no_record()
    {
        var call = Why("--stage=unit");

        Assert.Equal(0, call.ExitCode);
        Assert.Contains("apps/shop unit would run: there is no record of it: it never ran here, or its last run was stopped.", call.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_changed_since_is_named_with_both_values()
    {
        HostCall.On(_platform, "", "--target=Boundaries", "--exclusive");
        _platform.Write("apps/shop/new.js", "export {};");

        var call = Why("--stage=boundaries");

        Assert.Matches(@"apps/shop boundaries would run: apps/shop/new\.js has changed since it ran at [-0-9]+ [:0-9]+ UTC\.", call.Output);
        Assert.Contains("    then  not there\n    now   100644 ", call.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_has_not_changed_would_be_replayed()
    {
        HostCall.On(_platform, "", "--target=Boundaries", "--exclusive");

        Assert.Matches(@"apps/shop boundaries would be replayed: nothing has changed since it ran at ", Why("--stage=boundaries").Output);
    }

    [Fact]
    public void As_JSON_it_has_everything()
    {
        HostCall.On(_platform, "", "--target=Boundaries", "--exclusive");
        _platform.Write("apps/shop/new.js", "export {};");

        var call = Why("--stage=boundaries", "--json");

        Assert.Contains("\"prospect\": \"run\"", call.Output, StringComparison.Ordinal);
        Assert.Contains("\"name\": \"apps/shop/new.js\"", call.Output, StringComparison.Ordinal);
        Assert.Contains("\"lastReason\": \"there is no record of it", call.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_stage_names_the_nearest()
    {
        var call = Why("--stage=boundarie");

        Assert.Equal(2, call.ExitCode);
        Assert.Contains("There is no stage 'boundarie'.\n  mend: did you mean 'boundaries'? The stages are: restore, ", call.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _platform.Dispose();

    private HostCall Why(params string[] more) => HostCall.On(_platform, "", ["--target=Why", .. more]);
}
