using System.Collections.Immutable;
using Slipway.BuildLog;
using Slipway.Model.Stages;
using Slipway.Pipeline.Runs;

namespace Slipway.Pipeline.Stages.DotNet;

/// <summary>Makes findings of the errors and warnings that MSBuild logged, so that nothing is parsed from console text.</summary>
internal sealed class BuildLogReader(RunContext run)
{
    private readonly HashSet<BuildFinding> _findings = [];
    private readonly HashSet<string> _failed = new(StringComparer.Ordinal);

    public (ImmutableArray<BuildFinding> Findings, ImmutableHashSet<string> FailedProjects) Read(string path)
    {
        foreach (var said in LoggedEvents.Read(path)) Add(said);
        var ordered = _findings
            .OrderBy(found => found.Finding.File, StringComparer.Ordinal)
            .ThenBy(found => found.Finding.Line)
            .ThenBy(found => found.Finding.Column)
            .ThenBy(found => found.Finding.Id, StringComparer.Ordinal);
        return ([.. ordered], [.. _failed]);
    }

    private void Add(LoggedEvent said)
    {
        var project = said.Project.Length > 0 ? run.Relative(said.Project) : null;
        if (said.Kind == LoggedKind.FailedProject)
        {
            if (project is not null) _failed.Add(project);
            return;
        }
        var source = said.File.Length == 0 ? said.Project : Anchored(said.File, said.Project);
        _findings.Add(new BuildFinding(
            new Finding
            {
                Id = said.Code.Length == 0 ? "MSBUILD" : said.Code,
                Severity = said.Kind == LoggedKind.Error ? Severity.Error : Severity.Warning,
                Message = said.Message,
                File = source.Length == 0 ? null : run.Relative(source),
                Line = said.Line > 0 ? said.Line : null,
                Column = said.Column > 0 ? said.Column : null,
            },
            project));
    }

    // A target may name its file relative to the project.
    private static string Anchored(string file, string project) =>
        Path.IsPathRooted(file) || project.Length == 0 || !file.EndsWith(".cs", StringComparison.OrdinalIgnoreCase)
            ? file
            : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(project)!, file));
}
