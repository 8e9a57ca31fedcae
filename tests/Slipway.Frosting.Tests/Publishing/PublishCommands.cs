using Slipway.Frosting.Tests.Harness;

namespace Slipway.Frosting.Tests.Publishing;

public sealed class PublishCommands
{
    [Theory]
    [InlineData("", "SLP1107", "--to=REGISTRY/PATH")]
    [InlineData("--to=Shop", "SLP4120", "names no place in a registry")]
    [InlineData("--to=http://registry.example.com/shop", "SLP4120", "names no place in a registry")]
    [InlineData("--feed=http://feed.example.com/index.json", "SLP4132", "not reached over TLS")]
    public void What_names_no_place_is_refused_before_anything_is_done(string option, string code, string said)
    {
        var call = HostCall.Of("", ["--target=Publish", "--exclusive", .. option.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);
        Assert.Equal(2, call.ExitCode);
        Assert.Contains(code, call.Output + call.Error, StringComparison.Ordinal);
        Assert.Contains(said, call.Output + call.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_certificate_that_cannot_be_read_is_said()
    {
        using var certificate = new EnvironmentScope(("SLIPWAY_NUGET_CERTIFICATE", "file:/no/such.pfx"));
        var call = HostCall.Of("", "--target=Publish", "--exclusive", "--feed=feed");
        Assert.Equal(2, call.ExitCode);
        Assert.Contains("SLP4134", call.Output + call.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_nothing_was_released_nothing_is_published_and_that_is_said()
    {
        var call = HostCall.Of("", "--target=Publish", "--exclusive", "--to=127.0.0.1:9/shop");
        Assert.Equal(0, call.ExitCode);
        Assert.Contains("skipped: there is no release of any of the units", call.Output, StringComparison.Ordinal);
    }
}
