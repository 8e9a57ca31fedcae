using Slipway.Frosting.Tests.Harness;

namespace Slipway.Frosting.Tests.Failures;

public sealed class BadPlatforms
{
    private static readonly string _tasks = Stages.That("return StageResult.Succeeded;") + """
        [IsDependeeOf(typeof(Probe))] public sealed class Early : FrostingTask { public override void Run(ICakeContext context) => Console.WriteLine("> early"); }
        """;

    [Fact]
    public void What_is_wrong_with_the_platform_is_said_once_and_whole_before_any_task_runs()
    {
        using var platform = new TestPlatform("shop");
        platform.Write("platform.yaml", "name: harbour\nnmae: 1\nlayuot: 2\n");
        var call = HostCall.On(platform, _tasks, "--target=Probe");

        Assert.Equal(2, call.ExitCode);
        Assert.Empty(call.Trace);
        Assert.Single(call.Error.Split("platform.yaml(2,")[1..]);
        Assert.Single(call.Error.Split("platform.yaml(3,")[1..]);
    }

    [Fact]
    public void An_unknown_unit_is_bad_usage_and_no_task_runs()
    {
        using var platform = new TestPlatform("shop");
        var call = HostCall.On(platform, _tasks, "--target=Probe", "--unit=shoop");

        Assert.Equal(2, call.ExitCode);
        Assert.Empty(call.Trace);
        Assert.Contains("did you mean 'shop'?", call.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_is_no_platform_is_bad_usage()
    {
        using var platform = new TestPlatform("shop");
        var call = HostCall.On(platform, _tasks, "--target=Probe", "--platform=/");

        Assert.Equal(2, call.ExitCode);
        Assert.Contains("No platform was found", call.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_that_could_not_begin_leaves_the_checkout_free()
    {
        using var platform = new TestPlatform("shop");
        HostCall.On(platform, _tasks, "--target=Probe", "--unit=shoop");

        Assert.Equal(0, HostCall.On(platform, _tasks, "--target=Probe", "--no-wait").ExitCode);
    }

    [Fact]
    public void A_platform_without_units_has_nothing_to_prove()
    {
        using var platform = new TestPlatform();
        var call = HostCall.On(platform, _tasks, "--target=Probe");

        Assert.Equal(2, call.ExitCode);
        Assert.Contains("SLP2051: The platform harbour has no units, so there is nothing to prove.\n  mend: put a service below services/", call.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("har%20bour")]
    [InlineData("door")]
    public void A_place_in_which_the_SDK_cannot_build_is_refused_also_behind_a_link(string named)
    {
        using var platform = new TestPlatform("shop");
        platform.Write("har%20bour/platform.yaml", "name: harbour\n");
        platform.Write("har%20bour/services/till/Till.csproj", """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>""");
        Directory.CreateSymbolicLink(Path.Join(platform.Root, "door"), Path.Join(platform.Root, "har%20bour"));
        var call = HostCall.On(platform, _tasks, "--target=Probe", $"--platform={platform.Root}/{named}");

        Assert.Equal(2, call.ExitCode);
        Assert.Contains("SLP1112: The .NET SDK cannot build in '", call.Error, StringComparison.Ordinal);
        Assert.Contains("/har%20bour': the path holds %20.", call.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_platform_that_is_named_is_never_looked_for_further_up()
    {
        using var platform = new TestPlatform("shop");
        var call = HostCall.On(platform, _tasks, "--target=Probe", $"--platform={platform.Root}/apps/shop");

        Assert.Equal(2, call.ExitCode);
        Assert.Contains($"No platform was found in '{platform.Root}/apps/shop': it holds none of platform.yaml, .git, services, apps, packages.", call.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no key at all", "is neither a key in PEM nor file:PATH")]
    [InlineData("file:/no/such/key.pem", "/no/such/key.pem")]
    [InlineData("file:/dev/zero", "no file but a device")]
    public void A_key_that_cannot_be_read_is_refused_before_anything_is_built(string key, string why)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() || !key.Contains("/dev/", StringComparison.Ordinal), "Only Linux is asked what a file is.");
        using var platform = new TestPlatform("shop");
        var call = HostCall.On(platform, _tasks, "--target=Probe", $"--key={key}");

        Assert.Equal(2, call.ExitCode);
        Assert.Empty(call.Trace);
        Assert.Contains(why, call.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("name: harbour\nnmae: 1\n")]
    [InlineData("name: harbour\n", "--unit=shoop")]
    [InlineData("name: harbour\n", "--key=file:/no/such/key.pem")]
    public void Bad_input_leaves_nothing_behind(string file, params string[] more)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Elsewhere the lock file stays.");
        using var platform = new TestPlatform("shop");
        platform.Write("platform.yaml", file);
        platform.Write("packages/sdk/Sdk.csproj", """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>""");

        Assert.Equal(2, HostCall.On(platform, _tasks, ["--target=Probe", .. more]).ExitCode);

        Assert.False(Directory.Exists(platform.Artifacts));
    }
}
