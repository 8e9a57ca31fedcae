using Slipway.Evidence.Keys;
using Slipway.Frosting.Tests.Harness;

namespace Slipway.Frosting.Tests.Runs;

/// <summary>A stage that leaves only a verdict need not run where another checkout has run it on the same inputs.</summary>
public sealed class CachedVerdicts : IDisposable
{
    private static readonly System.Reflection.Assembly _probe = TaskSource.Compile(Stages.That("""
        File.AppendAllText(Path.Join(context.Run.Platform.Root, "artifacts", "calls"), "x");
        return StageResult.Succeeded with { Notes = [$"probed in {context.Run.Platform.Root}/src"] };
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
        Assert.Contains($"probed in {_other.Root}/src", call.Output, StringComparison.Ordinal);
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

    [Fact]
    public void What_another_writer_signed_is_refused_where_its_key_is_not_trusted()
    {
        using PrivateKey ci = PrivateKey.Generate(), developer = PrivateKey.Generate();
        As(ci, null, () => Probe(_one, _one.Cache));

        var call = As(developer, null, () => Probe(_other, _one.Cache));

        Assert.Equal((0, 1), (call.ExitCode, Calls(_other)));
        Assert.Contains($"{ci.Public.Id} signed it, which is not a writer that you trust", call.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_another_writer_signed_is_believed_where_its_key_is_trusted()
    {
        using PrivateKey ci = PrivateKey.Generate(), developer = PrivateKey.Generate();
        As(ci, null, () => Probe(_one, _one.Cache));

        var call = As(developer, developer.Public.Pem + ci.Public.Pem, () => Probe(_other, _one.Cache));

        Assert.Equal((0, 0), (call.ExitCode, Calls(_other)));
        Assert.Contains("apps/shop  replayed", call.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_trusted_key_that_is_none_is_bad_input()
    {
        using var key = PrivateKey.Generate();

        var call = As(key, "file:nowhere.pem", () => Probe(_one, _one.Cache));

        Assert.Equal((2, 0), (call.ExitCode, Calls(_one)));
        Assert.Contains("SLIPWAY_CACHE_TRUST names ", call.Error, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _one.Dispose();
        _other.Dispose();
    }

    private static HostCall Probe(TestPlatform platform, string cache, params string[] more) => HostCall.On(platform, _probe, cache, ["--target=Probe", .. more]);

    private static HostCall As(PrivateKey key, string? trust, Func<HostCall> call)
    {
        var variables = new Dictionary<string, string?>
        {
            ["SLIPWAY_SIGNING_KEY"] = key.ExportEncryptedPem("ahoy"), ["SLIPWAY_SIGNING_KEY_PASSPHRASE"] = "ahoy", ["SLIPWAY_CACHE_TRUST"] = trust,
        };
        try
        {
            foreach (var (name, value) in variables) Environment.SetEnvironmentVariable(name, value);
            return call();
        }
        finally
        {
            foreach (var name in variables.Keys) Environment.SetEnvironmentVariable(name, null);
        }
    }

    private static int Calls(TestPlatform platform) => Path.Join(platform.Artifacts, "calls") is var file && File.Exists(file) ? File.ReadAllText(file).Length : 0;
}
