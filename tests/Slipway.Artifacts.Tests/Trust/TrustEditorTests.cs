using CsCheck;
using Slipway.Artifacts.Trust;
using Slipway.Evidence.Keys;

namespace Slipway.Artifacts.Tests.Trust;

public sealed class TrustEditorTests
{
    private const string Root = "/repo";

    [Fact]
    public void The_first_key_begins_a_file_that_tells_what_it_is()
    {
        var text = TrustEditor.Add(null, Trusted(TrustYard.First) with { Builder = "ci", Attests = ["unit"] }, Root);
        var key = Assert.Single(TrustYard.Read(text).Keys);
        Assert.Equal((TrustYard.First, "ci"), (key.Key, key.Builder));
        Assert.StartsWith("# yaml-language-server: $schema=build/schemas/trust.schema.json\n", text, StringComparison.Ordinal);
        Assert.EndsWith("-----END PUBLIC KEY-----\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_more_stands_behind_the_others_and_comments_stay_where_they_were()
    {
        var text = "# Ours\nkeys:\n  # The old one\n" + TrustYard.Item(TrustYard.First, "builder: ci # the runners") + "\n# Only on machines\ndevelopment: true\n";
        var added = TrustEditor.Add(text, Trusted(TrustYard.Second), Root);
        Assert.Equal(
            "# Ours\nkeys:\n  # The old one\n" + TrustYard.Item(TrustYard.First, "builder: ci # the runners") + TrustYard.Item(TrustYard.Second) + "\n# Only on machines\ndevelopment: true\n",
            added);
    }

    [Fact]
    public void A_revocation_is_one_line_and_nothing_else_changes()
    {
        var text = TrustYard.File(TrustYard.Item(TrustYard.First), TrustYard.Item(TrustYard.Second));
        Assert.Equal(
            TrustYard.File(TrustYard.Item(TrustYard.First), TrustYard.Item(TrustYard.Second, "revoked: true")),
            TrustEditor.Revoke(text, TrustYard.Second.Id, Root));
    }

    [Fact]
    public void What_was_said_before_is_replaced_in_its_line()
    {
        var text = TrustYard.File(TrustYard.Item(TrustYard.First, "revoked: false   # not yet", "notAfter: 2030-01-01"));
        var end = new DateTimeOffset(2026, 11, 26, 12, 0, 0, 300, TimeSpan.Zero);
        Assert.Equal(
            TrustYard.File(TrustYard.Item(TrustYard.First, "revoked: true   # not yet", "notAfter: 2026-11-26T12:00:00Z")),
            TrustEditor.Retire(TrustEditor.Revoke(text, TrustYard.First.Id, Root), TrustYard.First.Id, end, Root));
    }

    [Fact]
    public void Line_ends_stay_as_they_are()
    {
        var text = TrustYard.File(TrustYard.Item(TrustYard.First)).Replace("\n", "\r\n", StringComparison.Ordinal);
        var changed = TrustEditor.Add(TrustEditor.Revoke(text, TrustYard.First.Id, Root), Trusted(TrustYard.Second), Root);
        Assert.DoesNotContain("\n", changed.Replace("\r\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(2, TrustYard.Read(changed).Keys.Length);
    }

    [Fact]
    public void A_key_that_stands_there_already_is_not_added() =>
        TrustYard.Refused("SLP4076", () => TrustEditor.Add(TrustYard.File(TrustYard.Item(TrustYard.First)), Trusted(TrustYard.First), Root));

    [Fact]
    public void A_key_that_is_not_there_cannot_be_revoked()
    {
        var problem = TrustYard.Refused("SLP4078", () => TrustEditor.Revoke(TrustYard.File(TrustYard.Item(TrustYard.First)), TrustYard.Second.Id, Root));
        Assert.Contains(TrustYard.First.Id, problem.Mend, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_has_no_lines_to_change_is_left_to_a_person()
    {
        var text = $"keys: [{{id: '{TrustYard.First.Id}', key: \"{TrustYard.First.Pem.Replace("\n", "\\n", StringComparison.Ordinal)}\"}}]\n";
        Assert.Single(TrustYard.Read(text).Keys);
        TrustYard.Refused("SLP4080", () => TrustEditor.Revoke(text, TrustYard.First.Id, Root));
        TrustYard.Refused("SLP4080", () => TrustEditor.Add(text, Trusted(TrustYard.Second), Root));
    }

    [Fact]
    public void A_key_that_would_have_counted_at_no_time_cannot_be_retired() =>
        TrustYard.Refused("SLP1013", () => TrustEditor.Retire(
            TrustYard.File(TrustYard.Item(TrustYard.First, "notBefore: 2026-06-01")), TrustYard.First.Id, new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), Root));

    [Fact]
    public void Whatever_comments_and_blanks_a_file_has_a_change_says_what_was_meant()
    {
        var noise = Gen.OneOf(new[] { "", "\n", "# a\n", "  # b\n", "\n# c\n\n", "      # d\n" }.Select(Gen.Const).ToArray());
        Gen.Select(noise, noise, noise, noise, (a, b, c, d) => $"{a}keys:\n{b}{TrustYard.Item(TrustYard.First, "builder: ci")}{c}{TrustYard.Item(TrustYard.Second, "revoked: false")}{d}")
            .Sample(text =>
            {
                var third = Yard.NewReleaseKey().Public;
                var file = TrustYard.Read(TrustEditor.Add(TrustEditor.Revoke(text, TrustYard.First.Id, Root), Trusted(third), Root));
                Assert.Equal([(TrustYard.First, true), (TrustYard.Second, false), (third, false)], file.Keys.Select(key => (key.Key, key.Revoked)));
            });
    }

    private static TrustedKey Trusted(VerificationKey key) => new(key, KeyKind.Release, "--key");
}
