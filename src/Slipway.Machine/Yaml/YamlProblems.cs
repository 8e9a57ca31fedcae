using System.Collections;
using Slipway.Model.Problems;

namespace Slipway.Machine.Yaml;

/// <summary>Everything wrong with one or several files, in the order in which it was found.</summary>
public sealed class YamlProblems : IReadOnlyList<Problem>
{
    private readonly List<Problem> _problems = [];

    public int Count => _problems.Count;

    public Problem this[int index] => _problems[index];

    public void Add(Problem problem) => _problems.Add(problem);

    /// <summary>Throws all problems together, if there are any.</summary>
    public void ThrowIfAny()
    {
        if (_problems.Count > 0) throw new BadInputException([.. _problems]);
    }

    public IEnumerator<Problem> GetEnumerator() => _problems.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
