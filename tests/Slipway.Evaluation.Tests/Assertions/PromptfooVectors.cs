using System.Text.Json;
using Slipway.Evaluation.Assertions;
using Slipway.Evaluation.Grading;

namespace Slipway.Evaluation.Tests.Assertions;

/// <summary>What promptfoo was measured to say of the same checks.</summary>
public sealed class PromptfooVectors
{
    [Fact]
    public void Every_single_check_of_a_supported_type_agrees()
    {
        var checkedVectors = 0;
        foreach (var vector in SharedData.Read("assert-vectors.json").GetProperty("single").EnumerateArray().Where(Supported))
        {
            Assert.True(Assertion.TryCreate(Spec(vector), out var assertion, out var fault), $"{vector}: {fault}");
            var grade = assertion.Grade(vector.GetProperty("output").GetString()!);
            Assert.True(vector.GetProperty("pass").GetBoolean() == grade.Passed, $"{vector}: {grade.Reason}");
            Assert.Equal(vector.GetProperty("score").GetDouble(), grade.Score, 1e-9);
            checkedVectors++;
        }
        Assert.True(checkedVectors >= 28, $"only {checkedVectors} vectors were of a supported type");
    }

    [Fact]
    public void Every_sum_of_checks_of_supported_types_agrees()
    {
        var checkedVectors = 0;
        foreach (var vector in SharedData.Read("assert-vectors.json").GetProperty("aggregate").EnumerateArray())
        {
            List<JsonElement> checks = [.. vector.GetProperty("assert").EnumerateArray()];
            if (checks.Count == 0 || !checks.TrueForAll(Supported)) continue;
            var asked = new EvaluationCase
            {
                Id = "vector",
                Threshold = vector.TryGetProperty("threshold", out var threshold) ? threshold.GetDouble() : null,
                Assertions = [.. checks.Select(check => Assertion.TryCreate(Spec(check), out var assertion, out _) ? assertion : null!)],
            };
            var grade = CaseGrader.Grade(asked, vector.GetProperty("output").GetString()!);
            Assert.True(vector.GetProperty("pass").GetBoolean() == grade.Passed, vector.ToString());
            Assert.Equal(vector.GetProperty("score").GetDouble(), grade.Score, 1e-9);
            checkedVectors++;
        }
        Assert.Equal(4, checkedVectors);
    }

    private static AssertionSpec Spec(JsonElement check) => new()
    {
        Type = check.GetProperty("type").GetString()!,
        Value = check.TryGetProperty("value", out var value) ? value : default,
        Weight = check.TryGetProperty("weight", out var weight) ? weight.GetDouble() : 1,
    };

    private static bool Supported(JsonElement check)
    {
        var type = check.GetProperty("type").GetString()!;
        var plain = type.StartsWith("not-", StringComparison.Ordinal) ? type[4..] : type;
        // A schema written as YAML text is read by the suite's reader, which knows YAML; this library does not.
        var yamlText = plain == "is-json" && check.TryGetProperty("value", out var value) && value.ValueKind is JsonValueKind.String;
        return AssertionTypes.Names.Contains(plain) && !yamlText;
    }
}
