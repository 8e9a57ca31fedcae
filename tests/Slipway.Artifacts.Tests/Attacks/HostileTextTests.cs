using System.Text.Json.Nodes;
using CsCheck;
using Slipway.Artifacts.Inspection;
using Slipway.Model.Problems;

namespace Slipway.Artifacts.Tests.Attacks;

/// <summary>What a release says is shown to people, and does nothing to their terminal.</summary>
public sealed class HostileTextTests(Victim victim) : IClassFixture<Victim>
{
    // Clears the screen; writes a verdict over the line; begins a line of its own; turns the letters that follow round; hides.
    private const string Hostile = "\e[2J\e]0;owned\a\rcatalog is verified\nPASSED\u202egpj.exe\u2066\u200b\u2028\u009b31m";

    [Theory]
    [InlineData("release.json", "version")]
    [InlineData("release.json", "unit")]
    [InlineData("attestations/gate-unit.sigstore.json", "payloadType")]
    public async Task A_file_that_anybody_can_write_moves_no_cursor(string file, string member)
    {
        using var raid = new Raid(victim);
        var path = raid.At(file);
        var json = JsonNode.Parse(await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken))!;
        Poison(json, member);
        await File.WriteAllTextAsync(path, json.ToJsonString(), TestContext.Current.CancellationToken);
        AssertHarmless((await raid.VerifyAsync()).Problems);
    }

    [Fact]
    public async Task A_file_with_such_a_name_moves_no_cursor()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such names.");
        using var raid = new Raid(victim);
        await File.WriteAllTextAsync(raid.At("image") is var folder && Directory.Exists(folder) ? Path.Combine(folder, Hostile) : raid.At(Hostile), "x", TestContext.Current.CancellationToken);
        var problems = (await raid.VerifyAsync()).Problems;
        AssertHarmless(problems);
        Assert.Contains(problems, problem => problem.File!.Contains("\\u202egpj.exe", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_signed_statement_with_an_unknown_type_moves_no_cursor()
    {
        using var raid = new Raid(victim);
        await raid.ForgeAsync(Raid.Unit, statement => statement["predicateType"] = Hostile);
        AssertHarmless((await raid.VerifyAsync()).Problems);
        var inspected = await ReleaseInspector.InspectAsync(raid.At(""), [victim.Trusted], TestContext.Current.CancellationToken);
        AssertHarmless(inspected.Verdict.Problems);
    }

    [Fact]
    public void Whatever_is_escaped_holds_no_control_and_plain_text_stays() => Gen.String.Sample(text =>
    {
        var shown = Printable.Of(text);
        Assert.DoesNotContain(shown, letter => char.IsControl(letter) || char.GetUnicodeCategory(letter) is System.Globalization.UnicodeCategory.Format);
        Assert.Equal(shown, Printable.Of(shown));
        if (text.All(letter => letter is >= ' ' and <= '~')) Assert.Equal(text, shown);
    });

    [Theory]
    [InlineData("a\r\nb\tc", "a\nb\tc")]
    [InlineData("a\rb", "a\\u000db")]
    [InlineData("\ud83d\udea2 Schiffe", "\ud83d\udea2 Schiffe")]
    [InlineData("\U000E0041", "\\ue0041")]
    public void Lines_stay_lines(string text, string shown) => Assert.Equal(shown, Printable.Lines(text));

    // As an attribute's argument it would lose its half.
    [Fact]
    public void Half_a_letter_is_shown_as_what_it_is() => Assert.Equal("a\\ud800b", Printable.Of("a\ud800b"));

    private static void Poison(JsonNode node, string member)
    {
        foreach (var (name, value) in node.AsObject().ToArray())
        {
            if (name == member) node[name] = Hostile;
            else if (value is JsonObject) Poison(value, member);
        }
    }

    private static void AssertHarmless(IReadOnlyCollection<Problem> problems)
    {
        Assert.NotEmpty(problems);
        foreach (var text in problems.SelectMany(problem => new[] { problem.Message, problem.File, problem.Mend }).OfType<string>())
            Assert.DoesNotContain(text, letter => char.IsControl(letter) || letter is '\u202e' or '\u2066' or '\u200b' or '\u2028');
        Assert.All(problems, problem => Assert.InRange(problem.ToString().Count(letter => letter == '\n'), 0, 1));
    }
}
