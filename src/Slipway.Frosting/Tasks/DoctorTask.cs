using System.Collections.Immutable;
using Cake.Frosting;
using Slipway.Frosting.CommandLine;
using Slipway.Frosting.Output;
using Slipway.Machine.Git;
using Slipway.Machine.Postgres;
using Slipway.Machine.Processes;
using Slipway.Model.Problems;
using Slipway.Pipeline.Checkups;
using Slipway.Workspace.DotNet.Proof;

namespace Slipway.Frosting.Tasks;

[TaskName("Doctor")]
[TaskDescription("Look whether this machine has what the platform needs, what is kept of its projects is what MSBuild says, and texts have the line ends that git checks out")]
[TaskOption("json", "Print JSON", IsFlag = true)]
public sealed class DoctorTask : AsyncFrostingTask<SlipwayContext>
{
    private const int Named = 20;

    public override async Task RunAsync(SlipwayContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var platform = await context.ReadPlatformAsync();
        var examination = new Examination(platform, context.Paths, new ProcessRunner(), PostgresSearch.OfThisMachine());
        var checkups = await examination.MakeAsync(context.CancellationToken);
        var proof = await EvaluationProof.MakeAsync(platform.Root, context.Evaluations, context.CancellationToken);
        var lineEnds = await LineEndsAsync(platform.Root, context.CancellationToken);
        if (context.Arguments.HasArgument("json")) Console.WriteLine(DoctorText.Json(checkups, proof, lineEnds));
        else foreach (var (text, isGood) in DoctorText.Lines(checkups, proof, lineEnds)) Painter.Line(text, isGood ? null : "red");

        ImmutableArray<Problem> problems =
        [
            .. checkups.Where(checkup => !checkup.IsGood).Select(Problem),
            .. proof.Differences.Select(difference => Problem(difference, context.Evaluations)),
            .. lineEnds.Count == 0 ? [] : (Problem[])[Problem(lineEnds)],
        ];
        if (problems.Length > 0) throw new KnownFailureException(problems);
    }

    // Outside of git every file is read as it lies there.
    private static async Task<IReadOnlyList<OtherLineEnds>> LineEndsAsync(string root, CancellationToken cancellation)
    {
        if (await GitRepository.FindAsync(root, cancellationToken: cancellation) is not { } git) return [];
        var files = await git.OtherLineEndsAsync([Path.GetRelativePath(git.Root, root)], cancellation);
        return [.. files.Select(file => file with { Path = Path.GetRelativePath(root, Path.Join(git.Root, file.Path)).Replace('\\', '/') })];
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

    private static Problem Problem(IReadOnlyList<OtherLineEnds> files) => new()
    {
        Code = Codes.OtherLineEnds,
        Message = $"{files.Count} texts have other line ends than git would check out. Git takes them for unchanged, a compiler does not: {string.Join(", ", files.Take(Named).Select(file => $"{file.Path} ({file.Found} instead of {file.Expected})"))}{(files.Count > Named ? $" and {files.Count - Named} more, which --json names" : "")}.",
        Mend = "save them with the line ends that git would give them; or commit what else has changed in them, delete them, and 'git checkout' them again",
    };
}
