using System.Text.Json;
using Slipway.Model.Problems;
using Slipway.Suites.Recordings;
using Slipway.Suites.Runs;

namespace Slipway.Suites.Tests;

/// <summary>A suite in a folder of its own, sound until a test changes it.</summary>
internal sealed class TempSuite : IDisposable
{
    public const string Yaml = """
        description: returns assistant
        prompts: ['{{question}}']
        providers: [{id: 'openai:chat:test-model', config: {temperature: 0.2}}]
        tests: file://cases.jsonl
        gate:
          metrics:
            policy: {margin: 0.05}
        data: {class: synthetic, origin: hand-written}
        """;

    public const string Case = """{"vars":{"question":"Can I return it?"},"assert":[{"type":"icontains","value":"30 days","metric":"policy"}],"metadata":{"id":"ret-001"}}""";

    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("slipway-suite-");

    public TempSuite(string yaml = Yaml, params string[] cases)
    {
        Write("evals/answers.yaml", yaml);
        Write("evals/cases.jsonl", string.Join('\n', cases.Length == 0 ? [Case] : cases) + "\n");
    }

    public string Root => _root.FullName;

    public EvaluationSuite Load() => EvaluationSuite.Load(Path.Combine(Root, "evals/answers.yaml"), Root);

    public IReadOnlyList<Problem> Problems() => Assert.Throws<BadInputException>(Load).Problems;

    public void Write(string path, string content)
    {
        var file = Path.Combine(Root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, content);
    }

    public string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    /// <summary>Records an answer to the case as the suite asks it now.</summary>
    public void Record(string id, string answer)
    {
        var suite = Load();
        var body = JsonSerializer.SerializeToElement(new { choices = new[] { new { finish_reason = "stop", message = new { role = "assistant", content = answer } } } });
        CassetteWriter.Write(suite, suite.Cases.Single(one => one.Id == id), [body], new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero), "written by a test");
    }

    public Task<SuiteRun> Run() => new SuiteRunner(TimeProvider.System).RunAsync(Load(), TestContext.Current.CancellationToken);

    public async Task Bless() => new SuiteRunner(TimeProvider.System).Bless(await Run());

    public void Dispose() => _root.Delete(recursive: true);
}
