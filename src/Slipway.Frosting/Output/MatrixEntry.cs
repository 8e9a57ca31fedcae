using Slipway.Frosting.Graph;
using Slipway.Pipeline.Matrices;

namespace Slipway.Frosting.Output;

/// <summary>A job of a matrix as a CI service runs it: by the same command line as anybody else.</summary>
internal sealed class MatrixEntry(MatrixJob job, TaskGraph tasks)
{
    public string Name => job.Name;

    public string Units => string.Join(',', job.Units.Select(unit => unit.Name));

    public string Stages => string.Join(',', job.Stages);

    public double Seconds => Math.Round(job.Seconds, 1);

    /// <summary>Of the launcher. Nothing in it needs quotes: the names of units and of stages have neither blanks nor signs.</summary>
    public string Arguments { get; } = string.Join(' ', tasks.Tasks
        .Where(task => task.StageName is { } stage && job.Stages.Contains(stage)).Select(task => $"--target={task.Name}")
        .Append($"--unit={string.Join(',', job.Units.Select(unit => unit.Name))}"));
}
