namespace Slipway.Suites.Tests.Loading;

public sealed class Unsound_suites
{
    [Theory]
    [InlineData("description:", "descripton:", Codes.UnknownKey, "1,1", "Did you mean 'description'?")]
    [InlineData("'{{question}}'", "'{{questoin}}'", Codes.BadTemplate, null, "Did you mean 'question'?")]
    [InlineData("'{{question}}'", "'{{question | upper}}'", Codes.BadTemplate, null, "Use only {{name}} and {{a.b}}.")]
    [InlineData("'{{question}}'", "'{% if x %}'", Codes.BadTemplate, null, "Use only {{name}} and {{a.b}}.")]
    [InlineData("['{{question}}']", "['a', 'b']", Codes.WrongShape, "2,16", "Move the other prompt to a suite of its own.")]
    [InlineData("'{{question}}'", "'file://../../etc/hostname'", Codes.OutsideSuite, "2,11", "Name a file below that folder, relative to the suite.")]
    [InlineData("openai:chat:test-model", "anthropic:x", Codes.WrongShape, "3,18", "Use openai:chat:MODEL: any OpenAI-compatible endpoint answers to it.")]
    [InlineData("temperature", "temprature", Codes.UnknownKey, "3,53", "Did you mean 'temperature'?")]
    [InlineData("file://cases.jsonl", "file://case.jsonl", Codes.Unreadable, null, "Did you mean 'cases.jsonl'?")]
    [InlineData("file://cases.jsonl", "file://../cases.jsonl", Codes.OutsideSuite, "4,8", "Name a file below that folder, relative to the suite.")]
    [InlineData("file://cases.jsonl", "cases.jsonl", Codes.WrongShape, "4,8", "Write 'tests: file://cases.jsonl'.")]
    [InlineData("policy:", "polcy:", Codes.UnfedMetric, "7,5", "Did you mean 'policy'?")]
    [InlineData("margin: 0.05", "margin: 1.5", Codes.OutOfRange, "7,22", null)]
    [InlineData("margin: 0.05", "margin: .inf", Codes.WrongShape, "7,22", null)]
    [InlineData("data: {class: synthetic, origin: hand-written}", "", Codes.NoDataClass, "1,1", "Add 'data: {class: synthetic, origin: …}'; the classes are synthetic, public and deidentified.")]
    [InlineData("class: synthetic, ", "", Codes.NoDataClass, "8,7", "Add 'data: {class: synthetic, origin: …}'; the classes are synthetic, public and deidentified.")]
    [InlineData("class: synthetic", "class: sinthetic", Codes.WrongShape, "8,15", "Did you mean 'synthetic'?")]
    [InlineData("class: synthetic", "class: deidentified, reviewedBy: qa", Codes.WrongShape, "8,7", "Say how it was de-identified: safe-harbor or expert-determination.")]
    [InlineData("data:", "gate:\ndata:", "SLP1003", "8,1", "keep one of them")]
    public void Say_what_is_wrong_where_and_how_to_mend_it(string before, string after, string code, string? place, string? mend)
    {
        using var folder = new TempSuite(TempSuite.Yaml.Replace(before, after, StringComparison.Ordinal));

        var problem = Assert.Single(folder.Problems());

        Assert.Equal(code, problem.Code);
        Assert.Equal(mend, problem.Mend);
        if (place is not null) Assert.Equal($"evals/answers.yaml({place})", problem.Location);
    }

    [Fact]
    public void That_are_absent_suggest_their_neighbour()
    {
        using var folder = new TempSuite();
        var problem = Assert.Single(Assert.Throws<Model.Problems.BadInputException>(
            () => EvaluationSuite.Load(Path.Combine(folder.Root, "evals/answer.yaml"), folder.Root)).Problems);

        Assert.Equal(("evals/answer.yaml", "Did you mean 'answers.yaml'?"), (problem.Location, problem.Mend));
    }

    [Theory]
    [InlineData("")]
    [InlineData("# nothing\n")]
    [InlineData("a list\n")]
    [InlineData("prompts: [")]
    [InlineData("\tprompts: []")]
    [InlineData("a: &x 1\nb: *x")]
    public void That_are_no_YAML_map_are_refused(string yaml)
    {
        using var folder = new TempSuite(yaml);

        Assert.All(folder.Problems(), problem => Assert.Equal("evals/answers.yaml", problem.File));
    }

    [Fact]
    public void That_are_huge_are_refused_unread()
    {
        using var folder = new TempSuite(new string('#', 10 * 1024 * 1024));

        Assert.Equal("The file is larger than 4 MB.", Assert.Single(folder.Problems()).Message);
    }

    [Fact]
    public void Without_a_case_are_refused()
    {
        using var folder = new TempSuite(TempSuite.Yaml, " ");

        Assert.Contains(folder.Problems(), problem => problem.Code == Codes.NoCases);
    }
}
