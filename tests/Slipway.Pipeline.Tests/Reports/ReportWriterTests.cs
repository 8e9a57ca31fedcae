using Slipway.Model.Stages;
using Slipway.Pipeline.Reports;

namespace Slipway.Pipeline.Tests.Reports;

public sealed class ReportWriterTests : IDisposable
{
    private readonly TempArtifacts _artifacts = new();

    public void Dispose() => _artifacts.Dispose();

    [Fact]
    public void Tests_are_written_as_junit_and_everything_else_as_sarif()
    {
        var test = new TestCase { Name = "adds", Suite = "Sums", Outcome = TestOutcome.Passed };

        Assert.Equal(["unit.json", "unit.junit.xml"], Written(StageResult.Succeeded with { Tests = [test] }));
        Assert.Equal(["unit.json", "unit.sarif"], Written(StageResult.Succeeded));
        Assert.Equal(["unit.json"], Written(StageResult.Skipped("nothing to do")));
    }

    private string[] Written(StageResult result)
    {
        var writer = new ReportWriter(_artifacts.Paths);
        writer.Forget(Sample.Node.Key);
        writer.Write(Sample.Record(result));
        return [.. Directory.EnumerateFiles(_artifacts.Paths.Reports, "*", SearchOption.AllDirectories).Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal)];
    }
}
