using System.Globalization;

namespace Slipway.Machine.Tests.Yaml;

public sealed class YamlMapTests
{
    [Fact]
    public void Values_of_every_type_are_read()
    {
        var map = YamlTestReader.Map("""
            text: words
            quoted: "1.10"
            yes: true
            count: -3
            share: 0.5
            until: 2026-12-31
            kind: service
            list: [a, "2"]
            block: |
              one
              	two
            inner:
              key: value
            """);

        Assert.Equal("words", map.String("text"));
        Assert.Equal("1.10", map.RequiredString("quoted"));
        Assert.True(map.Bool("yes"));
        Assert.Equal(-3, map.Int("count"));
        Assert.Equal(0.5, map.Number("share"));
        Assert.Equal(new DateOnly(2026, 12, 31), map.Date("until"));
        Assert.Equal("service", map.Enum("kind", "app", "service"));
        Assert.Equal(["a", "2"], map.Strings("list").Select(item => item.Text));
        Assert.Equal("one\n\ttwo", map.String("block")!.TrimEnd());
        Assert.Equal("value", map.Map("inner")!.String("key"));
        Assert.Equal((13, 3), (map.Map("inner")!.Line, map.Map("inner")!.Column));
        map.RejectUnknownKeys();
        Assert.Empty(map.Place.Problems);
    }

    [Fact]
    public void What_is_absent_is_null_and_no_problem()
    {
        var map = YamlTestReader.Map("a: 1");

        Assert.Null(map.String("b"));
        Assert.Null(map.Int("b"));
        Assert.Null(map.Map("b"));
        Assert.Empty(map.Strings("b"));
        Assert.Empty(map.Maps("b"));
        Assert.Empty(map.Place.Problems);
    }

    [Theory]
    [InlineData("key: 1.10", "string", "(1,6): SLP1011: 'key' must be a text, but is the number 1.10.\n  mend: put it in quotes: '1.10'")]
    [InlineData("key: true", "string", "(1,6): SLP1011: 'key' must be a text, but is the truth value true.\n  mend: put it in quotes: 'true'")]
    [InlineData("key:", "string", "(1,5): SLP1011: 'key' must be a text, but is empty.\n  mend: write a value behind the colon, or remove the key")]
    [InlineData("key: [a]", "string", "(1,6): SLP1011: 'key' must be a text, but is a list.\n  mend: write a text")]
    [InlineData("key: yes", "bool", "(1,6): SLP1011: 'key' must be true or false, but is the text 'yes'.\n  mend: write true")]
    [InlineData("key: \"true\"", "bool", "(1,6): SLP1011: 'key' must be true or false, but is the text 'true'.\n  mend: write true or false")]
    [InlineData("key: 1.5", "int", "(1,6): SLP1011: 'key' must be a whole number, but is the number 1.5.\n  mend: write a whole number")]
    [InlineData("key: 99999999999", "int", "(1,6): SLP1011: 'key' must be a whole number, but is the number 99999999999.\n  mend: write a whole number")]
    [InlineData("key: 11", "int", "(1,6): SLP1013: 'key' must lie between 0 and 10, but is 11.\n  mend: write a number between 0 and 10")]
    [InlineData("key: soon", "date", "(1,6): SLP1011: 'key' must be a date as 2026-12-31, but is the text 'soon'.\n  mend: write a date as 2026-12-31")]
    [InlineData("key: 2026-02-30", "date", "(1,6): SLP1011: 'key' must be a date as 2026-12-31, but is the text '2026-02-30'.\n  mend: write a date as 2026-12-31")]
    [InlineData("key: servce", "enum", "(1,6): SLP1013: 'key' is 'servce'; allowed: app, service.\n  mend: did you mean 'service'?")]
    [InlineData("key: zzz", "enum", "(1,6): SLP1013: 'key' is 'zzz'; allowed: app, service.\n  mend: write one of: app, service")]
    [InlineData("key: a", "list", "(1,6): SLP1011: 'key' must be a list, but is the text 'a'.\n  mend: write a list")]
    [InlineData("key: [a, 1]", "list", "(1,10): SLP1011: an item of 'key' must be a text, but is the number 1.\n  mend: put it in quotes: '1'")]
    [InlineData("key: [a]", "map", "(1,6): SLP1011: 'key' must be a map, but is a list.\n  mend: write a map")]
    [InlineData("other: 1", "required", "(1,1): SLP1012: The key 'key' is missing here.\n  mend: add 'key: ...'")]
    public void A_value_of_the_wrong_sort_is_told_with_its_place(string text, string question, string problem)
    {
        Assert.Equal("unit.yaml" + problem, YamlTestReader.Problem(text, map =>
        {
            object? answer = question switch
            {
                "string" => map.String("key"),
                "bool" => map.Bool("key"),
                "int" => map.Int("key", 0, 10),
                "date" => map.Date("key"),
                "enum" => map.Enum("key", "app", "service"),
                "list" => map.Strings("key") is { Length: > 1 } all ? all : null,
                "map" => map.Map("key"),
                _ => map.RequiredString("key"),
            };
            Assert.Null(answer);
        }));
    }

    [Fact]
    public void Unknown_keys_are_told_with_the_nearest_right_one()
    {
        var problems = YamlTestReader.Problems("descripton: x\nzzzzzzzz: y\n", map =>
        {
            map.String("description");
            map.String("kind");
            map.RejectUnknownKeys();
        });

        Assert.Equal(
            [
                "unit.yaml(1,1): SLP1010: The key 'descripton' is unknown here; allowed: description, kind.\n  mend: did you mean 'description'?",
                "unit.yaml(2,1): SLP1010: The key 'zzzzzzzz' is unknown here; allowed: description, kind.\n  mend: remove it",
            ],
            problems);
    }

    [Fact]
    public void Numbers_do_not_depend_on_the_culture_of_the_machine()
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
        try
        {
            Assert.Equal(1.5, YamlTestReader.Map("a: 1.5").Number("a"));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
