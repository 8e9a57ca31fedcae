using Slipway.Model.Stages;
using Slipway.Model.Units;

namespace Slipway.Pipeline.Runs;

/// <summary>Where everything lies that a run writes: below one folder that may be deleted at any time.</summary>
/// <param name="Root">Absolute.</param>
public sealed record ArtifactPaths(string Root)
{
    public string Feed => Path.Combine(Root, "feed");

    public string Tools => Path.Combine(Root, "tools");

    public string Releases => Path.Combine(Root, "releases");

    public string Reports => Path.Combine(Root, "reports");

    /// <summary>Generated files that only tools read.</summary>
    public string Work => Path.Combine(Root, "work");

    /// <summary>What projects were evaluated to, where that is not kept for other runs.</summary>
    public string Evaluations => Path.Combine(Root, "evaluations");

    /// <summary>What was found in units' files from outside.</summary>
    public string BoundaryScans => Path.Combine(Work, "boundaries.json");

    public string RunSummaries => Path.Combine(Root, "runs");

    public string RunSummary(Guid invocation) => Path.Combine(RunSummaries, $"{invocation}.json");

    /// <summary><c>reports/services/catalog/unit.junit.xml</c></summary>
    /// <param name="extension">With its dot: <c>.junit.xml</c>, <c>.sarif</c>, <c>.json</c>.</param>
    public string Report(UnitId unit, StageName stage, string extension) =>
        Path.Combine(Reports, unit.Folder, unit.Name.Lower, stage + extension);

    /// <summary>What the last executions of stages came to.</summary>
    public string AllRecords => Path.Combine(Root, "records");

    /// <summary><c>records/services/catalog.jsonl</c>: the last record of each of its stages, and what their inputs were.</summary>
    public string Records(UnitId unit) => Path.Combine(AllRecords, unit.Folder, $"{unit.Name.Lower}.jsonl");
}
