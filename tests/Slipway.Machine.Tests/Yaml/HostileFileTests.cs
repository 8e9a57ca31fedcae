using System.Diagnostics;
using System.Text;
using Slipway.Machine.Yaml;

namespace Slipway.Machine.Tests.Yaml;

public sealed class HostileFileTests
{
    [Theory]
    [InlineData("", "unit.yaml(1,1): SLP1001: The file is empty.\n  mend: write its keys, or remove the file")]
    [InlineData("# only words\n\n", "unit.yaml(1,1): SLP1001: The file is empty.\n  mend: write its keys, or remove the file")]
    [InlineData("---\n", "unit.yaml(1,1): SLP1001: The file is empty.\n  mend: write its keys, or remove the file")]
    [InlineData("- a\n- b\n", "unit.yaml(1,1): SLP1011: The file must be a map of keys and values, but is a list.\n  mend: write a map of keys and values")]
    [InlineData("word", "unit.yaml(1,1): SLP1011: The file must be a map of keys and values, but is the text 'word'.\n  mend: write a map of keys and values")]
    [InlineData("a: 1\nb:\n\tc: 2\n", "unit.yaml(3,1): SLP1002: A tab indents this line; YAML allows spaces only.\n  mend: replace it by two spaces")]
    [InlineData("a:\n  - x\n \t- y\n", "unit.yaml(3,2): SLP1002: A tab indents this line; YAML allows spaces only.\n  mend: replace it by two spaces")]
    [InlineData("a: 1\nb: 2\na: 3\n", "unit.yaml(3,1): SLP1003: The key 'a' is here for the second time; the first is on line 1.\n  mend: keep one of them")]
    [InlineData("a: 1\n\"a\": 2\n", "unit.yaml(2,1): SLP1003: The key 'a' is here for the second time; the first is on line 1.\n  mend: keep one of them")]
    [InlineData("a: *b\n", "unit.yaml(1,4): SLP1004: '*b': anchors and aliases are not allowed.\n  mend: write the value out where it is needed")]
    [InlineData("a: &b 1\n", "unit.yaml(1,4): SLP1004: '&b': anchors and aliases are not allowed.\n  mend: write the value out where it is needed")]
    [InlineData("a: !!str 1\n", "unit.yaml(1,4): SLP1001: The tag 'tag:yaml.org,2002:str' is not allowed.\n  mend: remove it; quotes make a text of a number")]
    [InlineData("a: 1\n---\nb: 2\n", "unit.yaml(2,1): SLP1008: The file holds a second document.\n  mend: remove the line '---' and what follows, or make it a file of its own")]
    [InlineData("? [a, b]\n: 1\n", "unit.yaml(1,3): SLP1001: A key must be a word, but is a list.\n  mend: write a word, a colon, and the value")]
    public void It_is_told_what_is_wrong_where_and_how_to_mend_it(string text, string problem) =>
        Assert.Equal(problem, YamlTestReader.Problem(text));

    [Theory]
    [InlineData("a: [1, 2\nb: 3\n")]
    [InlineData("a: \"open\nb: 3\n")]
    [InlineData("a: 1\n  b: 2\n")]
    [InlineData("a: b: c\n")]
    [InlineData("}\n")]
    [InlineData("a: @b\n")]
    [InlineData("%YAML 9.9\n---\na: 1\n")]
    [InlineData("a: \"\\q\"\n")]
    [InlineData("a: \0\n")]
    public void What_is_no_yaml_has_one_problem_with_its_line(string text)
    {
        var problem = YamlTestReader.Problem(text);

        Assert.Matches(@"^unit\.yaml\([12],\d+\): SLP1001: This is not valid YAML: ", problem);
    }

    [Fact]
    public void Several_problems_are_told_together()
    {
        var problems = YamlTestReader.Problems("a: *x\na: 1\nb: &y 2\n");

        Assert.Equal(["SLP1004", "SLP1003", "SLP1004"], problems.Select(problem => problem.Split(": ")[1]));
    }

    [Fact]
    public void A_bomb_of_aliases_does_not_go_off()
    {
        var bomb = new StringBuilder("a0: &a0 [x,x,x,x,x,x,x,x,x]\n");
        for (var level = 1; level < 30; level++) bomb.Append($"a{level}: &a{level} [{string.Join(',', Enumerable.Repeat($"*a{level - 1}", 9))}]\n");

        var problems = Quickly(() => YamlTestReader.Problems(bomb.ToString()));

        Assert.All(problems, problem => Assert.Contains("SLP1004", problem));
    }

    [Theory]
    [InlineData("[", "")]
    [InlineData("{a: ", "")]
    [InlineData("- ", "x")]
    [InlineData("? ", "x")]
    public void Deep_nesting_is_refused_at_its_place(string opening, string end)
    {
        var text = "a:\n  " + string.Concat(Enumerable.Repeat(opening, 200_000 / opening.Length)) + end;

        var problem = Quickly(() => YamlTestReader.Problem(text));

        Assert.Matches(@"^unit\.yaml\(2,\d+\): SLP1006: Maps and lists are nested deeper than 32 here\.", problem);
    }

    [Fact]
    public void Nesting_of_thirty_is_read()
    {
        YamlTestReader.Map("a: " + new string('[', 30) + new string(']', 30));
    }

    [Fact]
    public void Ten_megabytes_are_refused_unread()
    {
        using var folder = new TempFolder();
        folder.Write("big.yaml", "a: " + new string('x', 10_000_000));
        var problems = new YamlProblems();

        Assert.Null(YamlDocumentReader.ReadFile(folder.Path, "big.yaml", problems));

        Assert.Equal("big.yaml(1,1): SLP1005: The file has 10000003 bytes; at most 1048576 are read.\n  mend: split it, or move data elsewhere", Assert.Single(problems).ToString());
    }

    [Theory]
    [InlineData("k{0}: v\n")]
    [InlineData("- 'a{0}'\n")]
    [InlineData("k{0}: |\n\tx\n")]
    [InlineData("k{0}: |\n  x\n  \ty\n")]
    [InlineData("k: *a{0}\n")]
    [InlineData("[")]
    [InlineData("\"")]
    [InlineData("a: ")]
    [InlineData("!!")]
    [InlineData("# comment\n")]
    [InlineData("x ")]
    [InlineData("\t")]
    public void A_megabyte_of_anything_takes_seconds_at_most(string piece)
    {
        var text = new StringBuilder();
        for (var number = 0; text.Length < 1_000_000; number++) text.Append(piece.Replace("{0}", $"{number}"));

        Quickly(() => YamlTestReader.Problems(text.ToString(), map => map.RejectUnknownKeys()));
    }

    [Fact]
    public void Bytes_that_are_not_utf8_are_named_with_their_line()
    {
        var problems = new YamlProblems();

        Assert.Null(YamlDocumentReader.Read("unit.yaml", [.. "a: 1\nb: "u8, 0xE4, .. "\n"u8], problems));

        Assert.Equal("unit.yaml(2,1): SLP1007: The file is not UTF-8 text.\n  mend: save it as UTF-8", Assert.Single(problems).ToString());
    }

    [Fact]
    public void A_byte_order_mark_and_foreign_line_ends_are_passed_over()
    {
        var problems = new YamlProblems();
        var map = YamlDocumentReader.Read("unit.yaml", [0xEF, 0xBB, 0xBF, .. "a: ä\r\nb: 2\r\n"u8], problems)!;

        Assert.Equal("ä", map.String("a"));
        Assert.Equal(2, map.Int("b"));
        Assert.Empty(problems);
    }

    [Fact]
    public void A_file_that_does_not_exist_or_is_a_folder_is_a_problem()
    {
        using var folder = new TempFolder();
        Directory.CreateDirectory(folder["folder"]);
        var problems = new YamlProblems();

        Assert.Null(YamlDocumentReader.ReadFile(folder.Path, "none.yaml", problems));
        Assert.Null(YamlDocumentReader.ReadFile(folder.Path, "folder", problems));

        Assert.Equal(["SLP1009", "SLP1009"], problems.Select(problem => problem.Code));
    }

    private static T Quickly<T>(Func<T> work)
    {
        var watch = Stopwatch.StartNew();
        var result = work();
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 15);
        return result;
    }
}
