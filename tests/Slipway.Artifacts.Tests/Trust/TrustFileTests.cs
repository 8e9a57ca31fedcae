using Slipway.Artifacts.Trust;
using Slipway.Evidence.Keys;
using Slipway.Model.Problems;

namespace Slipway.Artifacts.Tests.Trust;

public sealed class TrustFileTests : IDisposable
{
    private readonly Yard _yard = new();

    [Fact]
    public void A_key_is_believed_with_everything_that_is_said_of_it()
    {
        var key = Assert.Single(TrustYard.Read(TrustYard.File(TrustYard.Item(
            TrustYard.First, "builder: ci", "notBefore: 2026-01-01", "notAfter: 2026-12-31T18:00:00Z", "revoked: true", "attests: [provenance, unit]"))).Keys);

        Assert.Equal((TrustYard.First, KeyKind.Release, "trust.yaml", "ci", true), (key.Key, key.Kind, key.Source, key.Builder, key.Revoked));
        Assert.Equal(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), key.NotBefore);
        Assert.Equal(new DateTimeOffset(2026, 12, 31, 18, 0, 0, TimeSpan.Zero), key.NotAfter);
        Assert.Equal(["provenance", "unit"], key.Attests);
    }

    [Fact]
    public void A_key_of_which_nothing_is_said_counts_always_and_for_everything()
    {
        var key = Assert.Single(TrustYard.Read(TrustYard.File(TrustYard.Item(TrustYard.First))).Keys);
        Assert.Equal((KeyKind.Release, null, null, null, false, true), (key.Kind, key.Builder, key.NotBefore, key.NotAfter, key.Revoked, key.Attests.IsDefault));
    }

    [Fact]
    public void A_key_may_lie_in_a_file_of_the_platform()
    {
        _yard.Put("platform/keys/ci.pub", TrustYard.First.Pem);
        _yard.Put("platform/trust.yaml", $"keys:\n  - id: {TrustYard.First.Id}\n    key: file:keys/ci.pub\n");
        Assert.Equal(TrustYard.First, Assert.Single(TrustFileReader.Find(_yard.At("platform"))!.Keys).Key);
    }

    [Fact]
    public void A_platform_without_the_file_has_none() => Assert.Null(TrustFileReader.Find(_yard.Root));

    [Theory]
    [InlineData("file:../ci.pub")]
    [InlineData("file:/ci.pub")]
    [InlineData("file:keys/../../ci.pub")]
    [InlineData("file:door/ci.pub")]
    public void A_key_outside_of_the_platform_is_refused(string key)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows grants symbolic links to few.");
        _yard.Put("ci.pub", TrustYard.First.Pem);
        _yard.Put("platform/trust.yaml", $"keys:\n  - id: {TrustYard.First.Id}\n    key: {key}\n");
        Directory.CreateSymbolicLink(_yard.At("platform/door"), _yard.Root);
        var problem = TrustYard.Refused("SLP1013", () => TrustFileReader.Find(_yard.At("platform")));
        Assert.Equal(("trust.yaml", 3, 10), (problem.File, problem.Line, problem.Column));
    }

    [Fact]
    public void An_id_of_another_key_is_refused_in_its_place()
    {
        var text = TrustYard.File(TrustYard.Item(TrustYard.First)).Replace(TrustYard.First.Id, TrustYard.Second.Id, StringComparison.Ordinal);
        var problem = TrustYard.Refused("SLP4075", () => TrustYard.Read(text));
        Assert.Equal(("trust.yaml", 2, 9), (problem.File, problem.Line, problem.Column));
        Assert.Contains(TrustYard.First.Id, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_that_stands_twice_is_refused() =>
        TrustYard.Refused("SLP4076", () => TrustYard.Read(TrustYard.File(TrustYard.Item(TrustYard.First), TrustYard.Item(TrustYard.First, "revoked: true"))));

    [Fact]
    public void A_key_that_would_count_at_no_time_is_refused() =>
        TrustYard.Refused("SLP1013", () => TrustYard.Read(TrustYard.File(TrustYard.Item(TrustYard.First, "notBefore: 2026-06-01", "notAfter: 2026-06-01T00:00:00Z"))));

    [Fact]
    public void A_day_that_no_calendar_has_is_refused() =>
        TrustYard.Refused("SLP1013", () => TrustYard.Read(TrustYard.File(TrustYard.Item(TrustYard.First, "notAfter: 2026-02-30"))));

    [Fact]
    public void A_private_key_in_it_is_refused_and_not_shown()
    {
        using var key = PrivateKey.Generate();
        var item = TrustYard.Item(key.Public).Split("    key: |")[0] + "    key: |\n" + string.Concat(key.ExportPem().TrimEnd().Split('\n').Select(line => $"      {line}\n"));
        var problem = TrustYard.Refused("SLP4032", () => TrustYard.Read(TrustYard.File(item)));
        Assert.DoesNotContain(key.ExportPem().Split('\n')[1], problem.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_key_is_refused_with_the_nearest_one()
    {
        var problem = TrustYard.Refused("SLP1010", () => TrustYard.Read(TrustYard.File(TrustYard.Item(TrustYard.First, "revokd: true"))));
        Assert.Contains("revoked", problem.Mend, StringComparison.Ordinal);
    }

    [Fact]
    public void Comments_are_no_part_of_the_digest_and_everything_else_is()
    {
        var text = TrustYard.File(TrustYard.Item(TrustYard.First));
        var digest = TrustYard.Read(text).Digest;
        Assert.Equal(digest, TrustYard.Read("# A comment\n" + text).Digest);
        string[] others =
        [
            "development: true\n" + text,
            TrustYard.File(TrustYard.Item(TrustYard.Second)),
            .. new[] { "kind: development", "builder: ci", "notBefore: 2026-01-01", "notAfter: 2026-01-01", "revoked: true", "attests: [unit]" }
                .Select(line => TrustYard.File(TrustYard.Item(TrustYard.First, line))),
        ];
        Assert.Equal(others.Length + 1, others.Select(other => TrustYard.Read(other).Digest).Append(digest).Distinct().Count());
    }

    [Fact]
    public void The_trust_file_comes_before_the_key_that_signs_here_and_the_key_that_is_given_before_both()
    {
        _yard.Put("platform/trust.yaml", TrustYard.File(TrustYard.Item(TrustYard.First)));
        var keys = Keys();
        Assert.Equal([TrustYard.First], keys.FindVerificationKeysHere(null).Select(key => key.Key));
        Assert.Equal([TrustYard.Second], keys.FindVerificationKeysHere(TrustYard.Second.Pem).Select(key => key.Key));
        File.Delete(_yard.At("platform/trust.yaml"));
        Assert.Equal([keys.FindSigningKey().Public], keys.FindVerificationKeysHere(null).Select(key => key.Key));
    }

    [Fact]
    public void The_development_key_of_this_machine_is_believed_beside_the_others_where_the_file_says_so()
    {
        _yard.Put("platform/trust.yaml", "development: true\n" + TrustYard.File(TrustYard.Item(TrustYard.First)));
        var keys = Keys().FindVerificationKeysHere(null);
        Assert.Equal([(TrustYard.First, KeyKind.Release), (Keys().FindSigningKey().Public, KeyKind.Development)], keys.Select(key => (key.Key, key.Kind!.Value)));
    }

    [Theory]
    [InlineData("attests: [securty]", "did you mean 'security'? A gate of your own needs another name.")]
    [InlineData("attests: [provenence]", "did you mean 'provenance'? A gate of your own needs another name.")]
    [InlineData("builder: loca", "did you mean 'local'?")]
    public void A_name_that_is_a_slip_is_refused_with_the_nearest(string line, string mend)
    {
        var problem = Assert.Single(Assert.Throws<BadInputException>(() => TrustYard.Read(TrustYard.File(TrustYard.Item(TrustYard.First, line)))).Problems);
        Assert.Equal(("SLP1013", mend), (problem.Code, problem.Mend));
    }

    public void Dispose() => _yard.Dispose();

    private Artifacts.Keys.KeyStore Keys() => new(new() { Folder = _yard.At("keys"), Repositories = [], TrustFile = _yard.At("platform/trust.yaml") });
}
