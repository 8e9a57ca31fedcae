using System.Collections.Immutable;
using Cake.Frosting;
using Slipway.Frosting.CommandLine;
using Slipway.Frosting.Output;
using Slipway.Machine.Postgres;
using Slipway.Machine.Processes;
using Slipway.Model.Problems;
using Slipway.Pipeline.Checkups;
using Slipway.Workspace.DotNet.Proof;

namespace Slipway.Frosting.Tasks;

[TaskName("Doctor")]
[TaskDescription("Look whether this machine has what the platform needs, and whether what is kept of its projects is what MSBuild says")]
[TaskOption("json", "Print JSON", IsFlag = true)]
public sealed class DoctorTask : AsyncFrostingTask<SlipwayContext>
{
    public override async Task RunAsync(SlipwayContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var platform = await context.ReadPlatformAsync();
        var examination = new Examination(platform, context.Paths, new ProcessRunner(), PostgresSearch.OfThisMachine());
        var checkups = await examination.MakeAsync(context.CancellationToken);
        var proof = await EvaluationProof.MakeAsync(platform.Root, context.Evaluations, context.CancellationToken);
        if (context.Arguments.HasArgument("json")) Console.WriteLine(DoctorText.Json(checkups, proof));
        else foreach (var (text, isGood) in DoctorText.Lines(checkups, proof)) Painter.Line(text, isGood ? null : "red");

        ImmutableArray<Problem> problems = [.. checkups.Where(checkup => !checkup.IsGood).Select(Problem), .. proof.Differences.Select(difference => Problem(difference, context.Evaluations))];
        if (problems.Length > 0) throw new KnownFailureException(problems);
    }

    private static Problem Problem(Checkup checkup) => new()
    {
        Code = Codes.MachineLacks,
        Message = $"{checkup.Name}: {checkup.Found}.",
        Mend = checkup.Mend,
    };

    private static Problem Problem(EvaluationDifference difference, string kept) => new()
    {
        Code = Codes.WrongEvaluation,
        Message = $"{difference.Field} of this project would be taken for '{difference.Used}', and MSBuild says '{difference.Fresh}'.",
        Mend = $"delete {kept}, and report this with the project file: Slipway should have noticed the change itself",
        File = difference.Project,
    };
}
