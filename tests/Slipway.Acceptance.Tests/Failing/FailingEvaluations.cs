using Slipway.Acceptance.Tests.Harness;

namespace Slipway.Acceptance.Tests.Failing;

public sealed class FailingEvaluations(ReferencePlatform platform)
{
    [Fact]
    public async Task An_answer_that_became_worse_fails_evaluate_and_is_shown_last_with_file_and_line()
    {
        using var plant = platform.Replace("services/assistant/evals/cassettes/answers/fact-001.jsonl", "costs 129.00 EUR", "is not cheap");

        var shown = (await platform.RunAsync("--target=Evaluate", "--unit=assistant")).FailsAlone("services/assistant", "evaluate");

        Assert.Contains("services/assistant/evals/cases.jsonl(1): ", shown, StringComparison.Ordinal);
        Assert.Contains("lost since the baseline: fact-001", shown, StringComparison.Ordinal);
    }
}
