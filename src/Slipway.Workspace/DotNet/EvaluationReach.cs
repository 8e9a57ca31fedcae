using System.Collections.Immutable;
using Slipway.Workspace.DotNet.Kept;

namespace Slipway.Workspace.DotNet;

/// <summary>The projects that can be reached from some files over references: those that are evaluated, and those that have yet to be.</summary>
internal sealed class EvaluationReach
{
    private readonly ImmutableArray<string> _files;
    private readonly KeptEvaluations _before;
    private readonly HashSet<string> _loaded;
    private readonly List<Evaluation> _reached = [];
    private Dictionary<string, Evaluation> _known;
    private HashSet<string> _kept;
    private bool _together;

    /// <param name="files">Absolute.</param>
    /// <param name="standing">What was kept.</param>
    public EvaluationReach(ImmutableArray<string> files, StandingEvaluations standing)
    {
        _files = files;
        _before = standing.Kept;
        _known = new(standing.Evaluations, StringComparer.Ordinal);
        _kept = [.. _known.Keys];
        _loaded = [.. _before.Loaded];
        _together = _before.Together;
        Walk();
        if (_together && IsNew) StartAgain();
    }

    /// <summary>Files that have yet to be evaluated.</summary>
    public List<string> Missing { get; } = [];

    public bool IsWhole => Missing.Count == 0;

    /// <summary>Whether all of it may be kept.</summary>
    public bool IsKeepable => _reached.TrueForAll(evaluation => evaluation.Observed is not null);

    /// <summary>Whether there is anything else than what was kept, or less.</summary>
    public bool IsNew => !IsWhole || _reached.Count != _before.Evaluations.Length || _reached.Exists(evaluation => !_kept.Contains(evaluation.Project.File));

    /// <summary>Ordinal order of files.</summary>
    public IEnumerable<EvaluatedProject> Projects =>
        _reached.Select(evaluation => evaluation.Project).OrderBy(project => project.File, StringComparer.Ordinal);

    /// <summary>Whether a file need not be evaluated, because what was kept of it stands.</summary>
    public bool IsKept(string file) => _kept.Contains(file);

    public void Add(LoadedProjects loaded)
    {
        _loaded.UnionWith(loaded.Files);
        // What was evaluated alone may have been told more by a project that was not evaluated now.
        if (loaded.AreTogether && _kept.Count > 0)
        {
            StartAgain();
            return;
        }
        _together |= loaded.AreTogether;
        foreach (var evaluation in loaded.Evaluations) _known[evaluation.Project.File] = evaluation;
        Walk();
    }

    public KeptEvaluations ToKeep() => new()
    {
        Evaluations = [.. _reached.Where(evaluation => evaluation.Observed is not null).OrderBy(evaluation => evaluation.Project.File, StringComparer.Ordinal)],
        Together = _together,
        Loaded = [.. _loaded.Where(File.Exists).Order(StringComparer.Ordinal)],
    };

    private void StartAgain()
    {
        (_known, _kept, _together) = (new(StringComparer.Ordinal), [], false);
        Walk();
    }

    private void Walk()
    {
        _reached.Clear();
        Missing.Clear();
        var seen = _files.ToHashSet(StringComparer.Ordinal);
        var pending = new Queue<string>(_files);
        while (pending.TryDequeue(out var file))
        {
            if (!_known.TryGetValue(file, out var evaluation))
            {
                Missing.Add(file);
                continue;
            }
            _reached.Add(evaluation);
            foreach (var reference in evaluation.Project.References)
            {
                // One that is not there is said where the references are read.
                if (seen.Add(reference) && (_known.ContainsKey(reference) || File.Exists(reference))) pending.Enqueue(reference);
            }
        }
    }
}
