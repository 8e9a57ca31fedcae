using Slipway.Evaluation.Comparison;
using Slipway.Model;

namespace Slipway.Suites.Tests.Loading;

public sealed class Sound_suites
{
    // The example of the format's own description, ratio metrics and judge included.
    private const string Whole = """
        description: returns assistant
        prompts: ['{{question}}']
        providers: [{id: 'openai:chat:gpt-4o-mini'}]
        tests: file://cases.jsonl
        evaluateOptions: {repeat: 3}
        gate:
          baseline: deployed
          metrics:
            policy:  {margin: 0.05, alpha: 0.05}
            cost:    {kind: ratio, margin: 0.10}
          onInconclusive: {production: hold, staging: warn}
        data: {class: synthetic, origin: hand-written, license: CC0-1.0, reviewedBy: qa}
        judge: {model: gpt-4o-mini-2024-07-18, promptFile: judge.md, temperature: 0, calibration: judge-gold.jsonl, minKappa: 0.6}
        """;

    [Fact]
    public void Are_read_whole()
    {
        using var folder = new TempSuite(
            Whole,
            """{"description":"refund, in policy","vars":{"question":"Can I return it?"},"assert":[{"type":"icontains","value":"30 days","metric":"policy","weight":2}],"metadata":{"id":"ret-002","cluster":"doc-returns","slice":["en"],"mustPass":true}}""",
            "",
            TempSuite.Case);

        var suite = folder.Load();

        Assert.Equal(("answers", "evals/answers.yaml", "gpt-4o-mini", 3), (suite.Name, suite.File, suite.Model, suite.Repeats));
        Assert.Equal((DataClass.Synthetic, "CC0-1.0"), (suite.Data.Class, suite.Data.License));
        Assert.Equal(MetricKind.Ratio, suite.Gate.Metrics["cost"].Kind);
        Assert.Equal(Inconclusive.Warn, suite.OnInconclusive[EnvironmentName.Staging]);
        Assert.Equal(["ret-001", "ret-002"], suite.Cases.Select(one => one.Id));
        var second = suite.Cases[1];
        Assert.Equal(("evals/cases.jsonl", 1, true, "doc-returns"), (second.File, second.Line, second.Asked.MustPass, second.Asked.Cluster));
        Assert.Equal(new ChatMessage("user", "Can I return it?"), Assert.Single(second.Messages));
    }

    [Fact]
    public void Take_prompts_and_tools_from_the_unit_that_they_judge()
    {
        using var folder = new TempSuite(TempSuite.Yaml
            .Replace("'{{question}}'", "'file://../prompts/answer.yaml'", StringComparison.Ordinal)
            .Replace("temperature: 0.2", "tools: 'file://../prompts/tools.json'", StringComparison.Ordinal));
        folder.Write("prompts/answer.yaml", "- role: system\n  content: Be brief.\n- role: user\n  content: '{{question}}'\n");
        folder.Write("prompts/tools.json", """[{"type": "function"}]""");

        var suite = folder.Load();

        Assert.Equal([new("system", "Be brief."), new("user", "Can I return it?")], suite.Cases[0].Messages);
        Assert.Equal("""[{"type":"function"}]""", suite.RequestOptions["tools"].GetRawText());
    }

    [Fact]
    public void Fill_variables_into_prompts_and_expected_values()
    {
        using var folder = new TempSuite(
            TempSuite.Yaml.Replace("{{question}}", "{{product.name}}, {{ product.price }}?", StringComparison.Ordinal),
            """{"vars":{"product":{"name":"Lamp","price":19.5}},"assert":[{"type":"contains-all","value":["{{product.name}}","x"],"metric":"policy"}],"metadata":{"id":"a"}}""");

        var one = folder.Load().Cases[0];

        Assert.Equal("Lamp, 19.5?", one.Messages[0].Content);
        Assert.True(one.Asked.Assertions[0].Grade("Lamp x").Passed);
    }

    [Fact]
    public void Take_a_schema_as_YAML_in_a_text()
    {
        using var folder = new TempSuite(
            TempSuite.Yaml,
            """{"vars":{"question":"q"},"assert":[{"type":"is-json","value":"required: [id]\ntype: object","metric":"policy"}],"metadata":{"id":"a"}}""");

        var assertion = folder.Load().Cases[0].Asked.Assertions[0];

        Assert.True(assertion.Grade("""{"id":"A1","total":3}""").Passed);
        Assert.False(assertion.Grade("""{"total":3}""").Passed);
    }

    [Fact]
    public void Take_a_schema_from_a_file_and_count_it_to_their_data_set()
    {
        using var folder = new TempSuite(
            TempSuite.Yaml,
            """{"vars":{"question":"q"},"assert":[{"type":"is-json","value":"file://reply.schema.json","metric":"policy"}],"metadata":{"id":"a"}}""");
        folder.Write("evals/reply.schema.json", """{"required":["id"]}""");
        var before = folder.Load();
        folder.Write("evals/reply.schema.json", """{"required":["id","total"]}""");

        Assert.False(before.Cases[0].Asked.Assertions[0].Grade("{}").Passed);
        Assert.NotEqual(before.Dataset, folder.Load().Dataset);
    }

    [Fact]
    public void Keep_their_data_set_when_only_the_prompt_changes()
    {
        using var before = new TempSuite();
        using var after = new TempSuite(TempSuite.Yaml.Replace("'{{question}}'", "'Please: {{question}}'", StringComparison.Ordinal));
        using var other = new TempSuite(TempSuite.Yaml, TempSuite.Case.Replace("30 days", "14 days", StringComparison.Ordinal));

        Assert.Equal(before.Load().Dataset, after.Load().Dataset);
        Assert.NotEqual(before.Load().Dataset, other.Load().Dataset);
    }
}
