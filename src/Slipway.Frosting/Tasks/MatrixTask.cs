using System.Globalization;
using Cake.Frosting;
using Slipway.Frosting.CommandLine;
using Slipway.Frosting.Output;
using Slipway.Model.Problems;
using Slipway.Pipeline.Matrices;

namespace Slipway.Frosting.Tasks;

[TaskName("Matrix")]
[TaskDescription("Share what is to be proved among machines of a CI service: print the matrix of their jobs")]
[TaskOption("format", "github, azure or gitlab; for people by default")]
[TaskOption("bins", "The most jobs to make, 1 to 256. Default: 256")]
public sealed class MatrixTask : AsyncFrostingTask<SlipwayContext>
{
    public override async Task RunAsync(SlipwayContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var write = Writer(context.Arguments.GetArguments("format").LastOrDefault());
        var bins = Bins(context.Arguments.GetArguments("bins").LastOrDefault());
        var (plan, run) = await context.ForecastAsync();
        var jobs = await JobMatrix.OfAsync(plan, run, bins, ProblemPrinter.Warn, context.CancellationToken);
        foreach (var line in write([.. jobs.Select(job => new MatrixEntry(job, context.Tasks))])) Console.WriteLine(line);
    }

    private static Func<IReadOnlyList<MatrixEntry>, IEnumerable<string>> Writer(string? format) => format?.ToUpperInvariant() switch
    {
        null => MatrixText.Lines,
        "GITHUB" => jobs => [MatrixText.GitHub(jobs)],
        "AZURE" => jobs => [MatrixText.Azure(jobs)],
        "GITLAB" => MatrixText.GitLab,
        _ => throw Wrong($"There is no format '{format}'.", "--format=github, --format=azure or --format=gitlab; none for people"),
    };

    private static int Bins(string? text)
    {
        if (text is null) return JobMatrix.MostJobs;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var bins) && bins is >= 1 and <= JobMatrix.MostJobs
            ? bins
            : throw Wrong($"--bins={text} is no number of jobs.", $"a whole number from 1 to {JobMatrix.MostJobs}");
    }

    private static BadInputException Wrong(string message, string mend) => new(new Problem { Code = Codes.BadOptionValue, Message = message, Mend = mend });
}
