namespace Slipway.Evaluation.Tests.Assertions;

public sealed class Faults
{
    [Theory]
    [InlineData("icontain", "Did you mean 'icontains'?")]
    [InlineData("not-contain", "Did you mean 'not-contains'?")]
    [InlineData("is_json", "Did you mean 'is-json'?")]
    public void An_unknown_type_suggests_the_nearest(string type, string mend) => Assert.Equal(mend, Checks.FaultOf(type).Mend);

    [Fact]
    public void A_type_that_runs_code_is_refused_with_its_reason() =>
        Assert.Contains("would run code", Checks.FaultOf("javascript", "\"1\"").Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_weight_is_finite_and_not_negative(double weight) => Assert.Equal("weight", Checks.FaultOf("contains", "\"a\"", weight).Key);

    [Theory]
    [InlineData("contains", null, "no value")]
    [InlineData("contains", "\"\"", "every answer contains")]
    [InlineData("contains", "[\"a\"]", "must be a text")]
    [InlineData("contains-any", "[]", "is empty")]
    [InlineData("contains-any", "\" , \"", "is empty")]
    [InlineData("regex", "5", "must be a regular expression")]
    [InlineData("is-json", "[]", "must be a JSON Schema")]
    [InlineData("is-json", "{\"type\":\"strng\"}", "'type' of the schema")]
    [InlineData("is-json", "{\"required\":[1]}", "'required' of the schema")]
    [InlineData("is-json", "{\"oneOf\":[]}", "'oneOf' is not supported")]
    [InlineData("is-json", "{\"properties\":{\"a\":{\"minimun\":1}}}", "'minimun' is not supported")]
    public void A_value_that_its_type_cannot_use_is_refused(string type, string? value, string message)
    {
        var fault = Checks.FaultOf(type, value);

        Assert.Equal("value", fault.Key);
        Assert.Contains(message, fault.Message, StringComparison.Ordinal);
        Assert.NotEmpty(fault.Mend);
    }
}
