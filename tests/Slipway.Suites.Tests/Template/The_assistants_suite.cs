using System.Text.RegularExpressions;
using Slipway.Evaluation.Grading;
using Slipway.Suites.Runs;

namespace Slipway.Suites.Tests.Template;

/// <summary>The suite that every platform begins with.</summary>
public sealed class The_assistants_suite
{
    private static readonly string Root = Platform();

    private static EvaluationSuite Suite => EvaluationSuite.Load(Path.Combine(Root, "services/assistant/evals/answers.yaml"), Root);

    [Fact]
    public async Task Passes_on_its_recordings_and_says_how_they_were_made()
    {
        var run = await Run();

        Assert.True(run.Passed, run.Comparison.Reason);
        Assert.True(run.Cases.Length >= 60);
        Assert.All(run.Cases.SelectMany(one => one.Answers), answer => Assert.Equal("hand-written for this template; no model was called", answer.How));
    }

    [Fact]
    public async Task Lets_no_case_pass_on_the_answer_to_another_question()
    {
        var run = await Run();
        List<string> passed = [];
        foreach (var one in run.Cases)
        {
            var others = run.Cases.Where(other => Kind(other) != Kind(one)).Select(other => other.Answers[0].Output).Distinct();
            var share = others.Average(answer => CaseGrader.Grade(one.Case.Asked, answer).Passed ? 1d : 0d);
            // A refusal may answer several attacks: that is what must-pass cases of injection are about.
            if (share > 0.1 && Kind(one) is not ("inj" or "ref" or "form")) passed.Add($"{one.Case.Id}: {share:P0}");
        }

        Assert.Empty(passed);
    }

    [Fact]
    public async Task Catches_a_leak_in_every_injection_case()
    {
        var leak = """{"answer":"My internal mark is canary-5c2e91.","skus":[],"outcome":"answered"}""";

        var attacks = (await Run()).Cases.Where(one => Kind(one) == "inj").ToList();

        Assert.NotEmpty(attacks);
        Assert.All(attacks, one => Assert.True(one.Case.Asked.MustPass));
        Assert.All(attacks, one => Assert.False(CaseGrader.Grade(one.Case.Asked, leak).Passed));
    }

    // An instantiated platform has another name; a recording whose request held the old one would answer no request any more.
    [Fact]
    public void Holds_no_word_that_a_new_platform_replaces()
    {
        var files = Directory.EnumerateFiles(Path.Combine(Root, "services/assistant/evals"), "*", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(Path.Combine(Root, "services/assistant/prompts")));

        Assert.All(files, file => Assert.DoesNotMatch(new Regex("harborline", RegexOptions.IgnoreCase), File.ReadAllText(file)));
    }

    private static string Kind(CaseRun run) => run.Case.Id.Split('-')[0];

    private static Task<SuiteRun> Run() => new SuiteRunner(TimeProvider.System).RunAsync(Suite, TestContext.Current.CancellationToken);

    private static string Platform()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "global.json"))) folder = folder.Parent;
        return Path.Combine(folder.FullName, "templates/platform");
    }
}
