using Slipway.Model.Problems;

namespace Slipway.Suites.Documents;

/// <summary>Gathers everything that is wrong with a suite's files, so that it is told at once.</summary>
internal sealed class ProblemList
{
    private readonly List<Problem> _problems = [];

    public bool IsEmpty => _problems.Count == 0;

    public void Add(string code, string file, Node? at, string message, string? mend = null) =>
        Add(code, file, at?.Line, at?.Column, message, mend);

    public void Add(string code, string file, int? line, int? column, string message, string? mend = null) =>
        _problems.Add(new() { Code = code, File = file, Line = line, Column = column, Message = message, Mend = mend });

    public void Add(IEnumerable<Problem> problems) => _problems.AddRange(problems);

    /// <exception cref="BadInputException">Something was added.</exception>
    public void ThrowIfAny()
    {
        if (_problems.Count > 0) throw new BadInputException([.. _problems.Distinct()]);
    }
}
