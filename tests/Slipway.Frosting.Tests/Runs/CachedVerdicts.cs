using Slipway.Frosting.Tests.Harness;

namespace Slipway.Frosting.Tests.Runs;

/// <summary>A stage that leaves only a verdict need not run where another checkout has run it on the same inputs.</summary>
public sealed class CachedVerdicts : IDisposable
{
    private static readonly System.Reflection.Assembly _probe = TaskSource.Compile(Stages.That("""
        File.AppendAllText(Path.Join(context.Run.Platform.Root, "artifacts", "calls"), "x");
        return StageResult.Succeeded with { Notes = ["probed"] };
        """).Replace(
        """public override StageName Name => new("probe");""",
        """public override StageName Name => new("probe"); public override bool IsVerdictOnly(Slipway.Model.Units.Unit unit) => true;""",
        StringComparison.Ordinal));

    private readonly TestPlatform _one = new("shop");
    private readonly TestPlatform _other = new("shop");

    [Fact]
    public void A_second_checkout_takes_the_verdict_of_the_first_and_its_report()
    {
        Assert.Equal((0, 1), (Probe(_one, _one.Cache).ExitCode, Calls(_one)));

        var call = Probe(_other, _one.Cache);

        Assert.Equal((0, 0), (call.ExitCode, Calls(_other)));
        Assert.Contains("apps/shop  replayed", call.Output, StringComparison.Ordinal);
        Assert.Contains("probed", call.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Join(_other.Artifacts, "reports/apps/shop/probe.json")));
    }

    [Fact]
    public void Another_source_or_another_cache_gives_nothing()
    {
        Probe(_one, _one.Cache);
        _other.Write("apps/shop/new.js", "export {};");

        Probe(_other, _one.Cache);
        Probe(_one, _other.Cache, "--no-replay");

        Assert.Equal((2, 1), (Calls(_one), Calls(_other)));
    }

    [Fact]
    public void Going_back_to_what_was_proved_before_runs_nothing()
    {
        Probe(_one, _one.Cache);
        _one.Write("apps/shop/new.js", "export {};");
        Probe(_one, _one.Cache);
        File.Delete(Path.Join(_one.Root, "apps/shop/new.js"));

        Probe(_one, _one.Cache);

        Assert.Equal(2, Calls(_one));
    }

    [Fact]
    public void An_entry_that_was_altered_is_refused_and_said_and_the_stage_runs()
    {
        Probe(_one, _one.Cache);
        foreach (var entry in Directory.EnumerateFiles(Path.Join(_one.Cache), "*", SearchOption.AllDirectories))
        {
            var bytes = File.ReadAllBytes(entry);
            if (bytes.Length == 0) continue;
            bytes[bytes.Length / 2] ^= 1;
            File.WriteAllBytes(entry, bytes);
        }

        var call = Probe(_other, _one.Cache);

        Assert.Equal((0, 1), (call.ExitCode, Calls(_other)));
        Assert.Contains("SLP31", call.Output, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _one.Dispose();
        _other.Dispose();
    }

    private static HostCall Probe(TestPlatform platform, string cache, params string[] more) => HostCall.On(platform, _probe, cache, ["--target=Probe", .. more]);

    private static int Calls(TestPlatform platform) => Path.Join(platform.Artifacts, "calls") is var file && File.Exists(file) ? File.ReadAllText(file).Length : 0;
}
