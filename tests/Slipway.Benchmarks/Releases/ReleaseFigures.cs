using System.Diagnostics;
using System.Globalization;
using Slipway.Artifacts.Releases;
using Slipway.Artifacts.Signing;
using Slipway.Artifacts.Store;
using Slipway.Artifacts.Verification;
using Slipway.Evidence.Attestations;
using Slipway.Evidence.Gates;
using Slipway.Evidence.Keys;
using Slipway.Model;
using Slipway.Model.Stages;
using Slipway.Model.Units;

namespace Slipway.Benchmarks.Releases;

/// <summary>What signing and verifying a release costs.</summary>
internal static class ReleaseFigures
{
    private const int Files = 60;
    private const long Large = 1L << 30;
    private static readonly TimeSpan _verifyBound = TimeSpan.FromSeconds(0.3);
    private static readonly TimeSpan _signBound = TimeSpan.FromSeconds(1);

    public static async Task<int> MeasureAsync()
    {
        var root = Directory.CreateTempSubdirectory("slipway-figures-").FullName;
        try
        {
            return await SmallAsync(root) & await LargeAsync(root) ? 0 : 1;
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    private static async Task<bool> SmallAsync(string root)
    {
        var source = Directory.CreateDirectory(Path.Combine(root, "app")).FullName;
        for (var index = 0; index < Files; index++) await File.WriteAllBytesAsync(Path.Combine(source, $"part{index:00}.dll"), new byte[100_000 + index]);
        using var key = PrivateKey.Generate();
        var (folder, signing) = await ReleaseAsync(root, source, "1.0.0", key);
        var terms = new VerificationTerms { Keys = [new(key.Public, KeyKind.Release, "--key")] };
        var first = await VerifyAsync(folder, terms);
        var times = new List<TimeSpan>();
        for (var round = 0; round < 9; round++) times.Add(await VerifyAsync(folder, terms));
        return Say($"signing {Files} files and 10 statements", signing, _signBound)
            & Say($"verifying {Files} files and 10 statements, the first time", first, _verifyBound)
            & Say("the same, median of nine", times.Order().ElementAt(4), _verifyBound);
    }

    private static async Task<bool> LargeAsync(string root)
    {
        var source = Path.Combine(root, "large.bin");
        await using (var file = File.Create(source))
        {
            var block = new byte[1 << 20];
            new Random(1).NextBytes(block);
            for (var written = 0L; written < Large; written += block.Length) await file.WriteAsync(block);
        }
        using var key = PrivateKey.Generate();
        var (folder, _) = await ReleaseAsync(root, source, "2.0.0", key);
        File.Delete(source);
        var terms = new VerificationTerms { Keys = [new(key.Public, KeyKind.Release, "--key")] };
        await VerifyAsync(folder, terms);
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var elapsed = await VerifyAsync(folder, terms);
        var allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
        var rate = Large / 1e6 / elapsed.TotalSeconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"verifying one file of 1 GiB: {rate:0} MB/s on one core, bound 500 MB/s; {allocated / 1e6:0.0} MB allocated, bound 8 MB"));
        return rate >= 500 && allocated < 8_000_000;
    }

    private static async Task<(string Folder, TimeSpan Signing)> ReleaseAsync(string root, string source, string version, PrivateKey key)
    {
        var written = await new ReleaseWriter(new ReleaseStore(Path.Combine(root, "releases"))).WriteAsync(new()
        {
            Unit = new(UnitKind.Service, UnitName.Parse("catalog")),
            Origin = new() { Version = version, Invocation = Guid.NewGuid(), Builder = "ci" },
            Parts = [new("app", source)],
        });
        var evidence = new ReleaseEvidence { Invocation = Guid.NewGuid(), SignedAt = DateTimeOffset.UtcNow, Builder = "ci", Gates = [.. Enumerable.Range(0, 9).Select(Gate)] };
        var started = Stopwatch.GetTimestamp();
        await ReleaseSigner.SignAsync(written.Folder, new(key.Public, KeyKind.Release, key), evidence);
        return (written.Folder, Stopwatch.GetElapsedTime(started));
    }

    private static GateClaim Gate(int index) => new()
    {
        Gate = new(string.Create(CultureInfo.InvariantCulture, $"gate{index}")),
        Outcome = StageOutcome.Success,
        Inputs = Digest.Of("inputs"),
        PassedTests = [.. Enumerable.Range(0, 100).Select(number => $"Tests.Behaviour_{number:000}")],
    };

    private static async Task<TimeSpan> VerifyAsync(string folder, VerificationTerms terms)
    {
        var started = Stopwatch.GetTimestamp();
        var verdict = await ReleaseVerifier.VerifyAsync(folder, terms);
        return verdict.Passed ? Stopwatch.GetElapsedTime(started) : throw new InvalidOperationException(verdict.Problems[0].ToString());
    }

    private static bool Say(string what, TimeSpan elapsed, TimeSpan bound)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {elapsed.TotalSeconds:0.000} s, bound {bound.TotalSeconds:0.00} s"));
        return elapsed <= bound;
    }
}
