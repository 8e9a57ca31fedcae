using Slipway.Evaluation.Assertions;

namespace Slipway.Evaluation.Tests.Assertions;

public sealed class Regular_expressions
{
    [Theory]
    [InlineData("^end$", "end\n", false)]
    [InlineData("a.b", "a\rb", false)]
    [InlineData("a.b", "a\u2028b", false)]
    [InlineData("[.$]", "costs $5", true)]
    [InlineData(@"\$5\.00", "costs $5.00", true)]
    [InlineData(@"\d", "\u0663", false)]
    [InlineData("a.b", "axb", true)]
    public void Match_as_ECMAScript_matches(string pattern, string output, bool passes) =>
        Assert.Equal(passes, Checks.Of("regex", System.Text.Json.JsonSerializer.Serialize(pattern)).Grade(output).Passed);

    [Theory]
    [InlineData("regex")]
    [InlineData("not-regex")]
    public void That_backtrack_without_end_fail_and_are_never_inverted(string type)
    {
        var grade = Checks.Of(type, "\"^(a+)+c\"").Grade(new string('a', 60) + "b");

        Assert.False(grade.Passed);
        Assert.Equal(0, grade.Score);
        Assert.Contains("did not come to an end", grade.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void That_are_none_are_refused_when_the_suite_loads()
    {
        AssertionFault fault = Checks.FaultOf("regex", "\"(\"");

        Assert.Equal("value", fault.Key);
        Assert.Contains("is not a regular expression", fault.Message, StringComparison.Ordinal);
    }
}
