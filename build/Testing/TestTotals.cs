using Slipway.Model.Problems;

namespace Slipway.Build.Testing;

/// <summary>What all test programs came to, with every skip and every failure told.</summary>
internal sealed class TestTotals
{
    private readonly Lock _lock = new();
    private readonly List<TestProgramResult> _results = [];

    public int Failed => _results.Sum(result => result.Failed);

    public void Add(TestProgramResult result)
    {
        lock (_lock) _results.Add(result);
    }

    public void Print()
    {
        foreach (var result in _results.OrderBy(result => result.Name, StringComparer.Ordinal))
        {
            foreach (var skip in result.Skips) Console.WriteLine($"skipped {result.Name}: {skip}");
        }
        Console.WriteLine($"{_results.Sum(result => result.Passed)} passed, {Failed} failed, {_results.Sum(result => result.Skips.Count)} skipped");
    }

    public IReadOnlyList<Problem> Problems() =>
    [
        .. from result in _results
           from failure in result.Crash is null ? result.Failures : [.. result.Failures, result.Crash]
           select new Problem { Code = Slipway.Pipeline.Codes.StageFailed, Message = $"{result.Name}: {failure.Trim()}" },
    ];
}
