using System.Collections.Immutable;
using Microsoft.Build.Framework;
using Microsoft.Build.Logging;
using Slipway.Model.Stages;
using Slipway.Pipeline.Runs;

namespace Slipway.Pipeline.Stages.DotNet;

/// <summary>
/// Reads errors and warnings out of MSBuild's own binary log, so that nothing is parsed from console text. Runs in the host, on the
/// assemblies of the SDK that wrote the log.
/// </summary>
internal sealed class BuildLogReader(RunContext run)
{
    private readonly HashSet<BuildFinding> _findings = [];
    private readonly HashSet<string> _failed = new(StringComparer.Ordinal);

    public (ImmutableArray<BuildFinding> Findings, ImmutableHashSet<string> FailedProjects) Read(string path)
    {
        var source = new BinaryLogReplayEventSource();
        source.ErrorRaised += (_, error) => Add(
            Severity.Error, error.Code, error.Message, error.File, error.LineNumber, error.ColumnNumber, error.ProjectFile);
        source.WarningRaised += (_, warning) => Add(
            Severity.Warning, warning.Code, warning.Message, warning.File, warning.LineNumber, warning.ColumnNumber, warning.ProjectFile);
        source.ProjectFinished += (_, finished) => Finish(finished);
        source.Replay(path);
        var ordered = _findings
            .OrderBy(found => found.Finding.File, StringComparer.Ordinal)
            .ThenBy(found => found.Finding.Line)
            .ThenBy(found => found.Finding.Column)
            .ThenBy(found => found.Finding.Id, StringComparer.Ordinal);
        return ([.. ordered], [.. _failed]);
    }

    private void Finish(ProjectFinishedEventArgs finished)
    {
        if (!finished.Succeeded && finished.ProjectFile is { } project) _failed.Add(run.Relative(project));
    }

    private void Add(Severity severity, string? code, string? message, string? file, int line, int column, string? project)
    {
        var source = string.IsNullOrEmpty(file) ? project : Anchored(file, project);
        _findings.Add(new BuildFinding(
            new Finding
            {
                Id = string.IsNullOrEmpty(code) ? "MSBUILD" : code,
                Severity = severity,
                Message = message ?? "",
                File = source is null ? null : run.Relative(source),
                Line = line > 0 ? line : null,
                Column = column > 0 ? column : null,
            },
            project is null ? null : run.Relative(project)));
    }

    // A target may name its file relative to the project.
    private static string Anchored(string file, string? project) =>
        Path.IsPathRooted(file) || project is null || !file.EndsWith(".cs", StringComparison.OrdinalIgnoreCase)
            ? file
            : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(project)!, file));
}
