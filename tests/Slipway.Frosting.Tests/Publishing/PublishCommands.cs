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
    public void A_unit_that_there_is_none_of_is_said()
    {
        using var platform = new TestPlatform();
        platform.Write("apps/shop/package.json", """{ "name": "shop" }""");
        var call = HostCall.On(platform, "", "--target=Publish", "--exclusive", "--unit=shup", "--to=127.0.0.1:9/shop");
        Assert.Equal(2, call.ExitCode);
        Assert.Contains("did you mean 'shop'", call.Output + call.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_unit_without_a_release_of_what_its_sources_are_today_fails()
    {
        using var platform = new TestPlatform();
        platform.Write("apps/shop/package.json", """{ "name": "shop" }""");
        Directory.CreateDirectory(Path.Join(platform.Artifacts, "releases/apps/shop/0.0.1/app"));
        File.WriteAllText(Path.Join(platform.Artifacts, "releases/apps/shop/0.0.1/release.json"), "{}");
        var call = HostCall.On(platform, "", "--target=Publish", "--exclusive", "--unit=shop", "--to=127.0.0.1:9/shop");
        Assert.True(call.ExitCode == 1, call.Output + call.Error);
        Assert.Contains("SLP4135: apps/shop has no release 0.", call.Error, StringComparison.Ordinal);
    }
}
