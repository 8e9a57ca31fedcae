namespace Slipway.Suites.Tests.Loading;

public sealed class Unsound_cases
{
    [Theory]
    [InlineData("\"vars\"", "\"descripton\":\"d\",\"vars\"", Codes.UnknownKey, 2, "Did you mean 'description'?")]
    [InlineData("icontains", "icontain", Codes.BadAssertion, 59, "Did you mean 'icontains'?")]
    [InlineData("icontains", "javascript", Codes.BadAssertion, 59, "Say the same with a type that reads only the answer, such as regex or is-json.")]
    [InlineData("\"metric\":\"policy\"", "\"metric\":\"policy\",\"weight\":-1", Codes.OutOfRange, 116, null)]
    [InlineData("\"metric\":\"policy\"", "\"metric\":\"policy\",\"weight\":0", Codes.NoAssertions, 50, "Give at least one a weight above 0.")]
    [InlineData("\"metric\":\"policy\"", "\"metric\":\"policy\",\"treshold\":1", Codes.UnknownKey, 107, null)]
    [InlineData("\"metadata\"", "\"threshold\":1.5,\"metadata\"", Codes.OutOfRange, 121, null)]
    [InlineData("\"id\":\"ret-001\"", "\"mustPass\":true", Codes.WrongShape, 120, "Add 'metadata: {\"id\": \"…\"}': letters, digits, dots, underscores and hyphens.")]
    [InlineData("\"ret-001\"", "\"../ret\"", Codes.WrongShape, 126, "Add 'metadata: {\"id\": \"…\"}': letters, digits, dots, underscores and hyphens.")]
    [InlineData("\"ret-001\"", "\"ret-001\",\"mustPass\":\"yes\"", Codes.WrongShape, 147, null)]
    [InlineData("\"Can I return it?\"", "[\"a\",\"b\"]", Codes.WrongShape, 21, "Write one case for each.")]
    [InlineData("\"Can I return it?\"", "\"file:///etc/hostname\"", Codes.OutsideSuite, 21, "Name a file below that folder, relative to the suite.")]
    [InlineData("30 days", "{{days}} days", Codes.BadTemplate, 79, "Add 'days' to the case's vars.")]
    public void Say_what_is_wrong_in_which_line_and_column(string before, string after, string code, int column, string? mend)
    {
        using var folder = new TempSuite(TempSuite.Yaml, "", TempSuite.Case.Replace(before, after, StringComparison.Ordinal));

        var problem = Assert.Single(folder.Problems());

        Assert.Equal((code, $"evals/cases.jsonl(2,{column})"), (problem.Code, problem.Location));
        if (mend is not null) Assert.Equal(mend, problem.Mend);
    }

    [Theory]
    [InlineData("{\"vars\":", 9)]
    [InlineData("{'vars':1}", 2)]
    [InlineData("{\"vars\":{},}", 12)]
    public void That_are_no_JSON_tell_where_it_breaks(string line, int column)
    {
        using var folder = new TempSuite(TempSuite.Yaml, TempSuite.Case, line);

        Assert.Equal($"evals/cases.jsonl(2,{column})", Assert.Single(folder.Problems()).Location);
    }

    [Fact]
    public void That_ask_nothing_are_refused()
    {
        using var folder = new TempSuite(TempSuite.Yaml, TempSuite.Case, """{"vars":{"question":"q"},"assert":[],"metadata":{"id":"b"}}""");

        Assert.Equal(Codes.NoAssertions, Assert.Single(folder.Problems()).Code);
    }

    [Fact]
    public void With_one_id_name_each_other_whatever_their_letters_case()
    {
        using var folder = new TempSuite(TempSuite.Yaml, TempSuite.Case, TempSuite.Case.Replace("ret-001", "RET-001", StringComparison.Ordinal));

        var problem = Assert.Single(folder.Problems());

        Assert.Equal(("evals/cases.jsonl(2)", Codes.DuplicateId), (problem.Location, problem.Code));
        Assert.Equal("The id 'RET-001' is already that of evals/cases.jsonl(1).", problem.Message);
    }

    [Fact]
    public void Are_told_all_at_once()
    {
        using var folder = new TempSuite(
            TempSuite.Yaml.Replace("class: synthetic", "class: secret", StringComparison.Ordinal),
            TempSuite.Case.Replace("icontains", "icontain", StringComparison.Ordinal),
            "no json");

        Assert.Equal([Codes.WrongShape, Codes.BadAssertion, Codes.Unreadable], folder.Problems().Select(problem => problem.Code));
    }
}
