using Slipway.Artifacts.Store;
using Slipway.Frosting.CommandLine;
using Slipway.Frosting.Publishing;
using Slipway.Frosting.Tests.Harness;
using Slipway.Model.Problems;
using Slipway.Model.Units;

namespace Slipway.Frosting.Tests.Publishing;

public sealed class PublishCommands
{
    [Theory]
    [InlineData("", "SLP1107", "--to=REGISTRY/PATH")]
    [InlineData("--to=Shop", "SLP4120", "names no place in a registry")]
    [InlineData("--to=http://registry.example.com/shop", "SLP4120", "Leave http:// out: a registry on another machine is reached over TLS")]
    [InlineData("--to=https://registry.example.com/shop", "SLP4120", "Leave https:// out")]
    [InlineData("--to=registry.example.com/shop:1.4.0", "SLP1107", "Write --to=registry.example.com/shop: the version of each release is its tag.")]
    [InlineData("--feed=http://feed.example.com/index.json", "SLP4132", "not reached over TLS")]
    public void What_names_no_place_is_refused_before_anything_is_done(string option, string code, string said)
    {
        var call = HostCall.Of("", ["--target=Publish", .. option.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);
        Assert.Equal(2, call.ExitCode);
        Assert.Contains(code, call.Output + call.Error, StringComparison.Ordinal);
        Assert.Contains(said, call.Error, StringComparison.Ordinal);
        Assert.Equal("", call.Output);
    }

    [Fact]
    public void A_certificate_that_cannot_be_read_is_said()
    {
        using var certificate = new EnvironmentScope(("SLIPWAY_NUGET_CERTIFICATE", "file:/no/such.pfx"));
        var call = HostCall.Of("", "--target=Publish", "--feed=feed");
        Assert.Equal(2, call.ExitCode);
        Assert.Contains("SLP4134", call.Output + call.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_dry_run_finds_it_too() => Assert.Equal(2, HostCall.Of("", "--target=Publish", "--dryrun").ExitCode);

    [Theory]
    [InlineData("registry: registry.example.com/shop", "", "registry.example.com/shop")]
    [InlineData("registry: registry.example.com/shop", "--to=127.0.0.1:5000/trial", "127.0.0.1:5000/trial")]
    [InlineData("registry: registry.example.com/shop", "--feed=feed", null)]
    [InlineData("feed: feed", "", null)]
    public void What_platform_yaml_says_holds_where_no_place_is_given(string publish, string option, string? registry)
    {
        using var platform = new TestPlatform();
        platform.Write("platform.yaml", $"publish:\n  {publish}\n");
        var arguments = new HostArguments { Targets = ["Publish"], Mode = HostMode.Run, ForCake = [option] };
        using var places = PublishPlaces.Read(arguments, platform.Root);
        Assert.Equal(registry, places.Registry?.ToString());
        Assert.Equal(publish.StartsWith("feed", StringComparison.Ordinal) || option.StartsWith("--feed", StringComparison.Ordinal), places.Feed is not null);
    }

    [Fact]
    public void A_release_that_does_not_verify_is_named_with_its_files()
    {
        var release = new StoredRelease(new(new(UnitKind.App, UnitName.Parse("shop")), "1.0.0"), "/repo/artifacts/releases/apps/shop/1.0.0", DateTimeOffset.UnixEpoch);
        var failure = new KnownFailureException(new Problem { Code = "SLP4050", Message = "app/a.js was changed.", File = "app/a.js", Mend = $"Delete {release.Folder} and run again." });

        var problem = Assert.Single(PublishText.Problems(release, failure, "/repo"));

        Assert.Equal("artifacts/releases/apps/shop/1.0.0/app/a.js: SLP4050: apps/shop/1.0.0 was not published: app/a.js was changed.\n  mend: Delete artifacts/releases/apps/shop/1.0.0 and run again.", problem.ToString());
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
