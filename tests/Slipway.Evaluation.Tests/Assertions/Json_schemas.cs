namespace Slipway.Evaluation.Tests.Assertions;

public sealed class Json_schemas
{
    [Theory]
    [InlineData("""{"type":"array","items":{"type":"string"}}""", """["a",1]""", "$[1] must be of type string")]
    [InlineData("""{"type":["integer","null"]}""", "1.5", "$ must be of type integer or null")]
    [InlineData("""{"enum":["a","b"]}""", "\"c\"", "$ must be one of \"a\", \"b\"")]
    [InlineData("""{"const":1}""", "2", "$ must be one of 1")]
    [InlineData("""{"minItems":1}""", "[]", "$ has 0 elements, which is not 1 or more")]
    [InlineData("""{"maxLength":2}""", "\"abc\"", "$ has 3 elements, which is not from 0 to 2")]
    [InlineData("""{"maximum":2}""", "3", "$ is 3, which is not 2 or less")]
    [InlineData("""{"pattern":"^A"}""", "\"b\"", "$: the answer does not match /^A/")]
    [InlineData("""{"properties":{"a":{"type":"object","required":["b"]}}}""", """{"a":{}}""", "$.a lacks 'b'")]
    [InlineData("""{"additionalProperties":{"type":"number"}}""", """{"a":"x"}""", "$.a must be of type number")]
    public void Say_what_is_wrong_and_where(string schema, string answer, string reason)
    {
        var grade = Checks.Of("is-json", schema).Grade(answer);

        Assert.False(grade.Passed);
        Assert.Equal(reason, grade.Reason);
    }

    [Theory]
    [InlineData("""{"type":"integer"}""", "2.0")]
    [InlineData("""{"minLength":1,"minimum":3,"minItems":2}""", "true")]
    [InlineData("""{"type":"boolean","description":"either"}""", "false")]
    [InlineData("""{"maxLength":1}""", "\"\\ud83d\\ude80\"")]
    public void Let_pass_what_fits(string schema, string answer) => Assert.True(Checks.Of("is-json", schema).Grade(answer).Passed);
}
