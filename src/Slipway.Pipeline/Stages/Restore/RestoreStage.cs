using System.Collections.Immutable;
using Slipway.Machine.Files;
using Slipway.Model;
using Slipway.Model.Stages;
using Slipway.Model.Units;
using Slipway.Workspace.Fingerprints;

namespace Slipway.Pipeline.Stages.Restore;

/// <summary>
/// Fetches the packages that units ask for: NuGet's for all .NET units at once, npm's once for each lock file. Where it is known that they can be
/// had, it waits until a stage uses them.
/// </summary>
public sealed class RestoreStage : Stage
{
    // The name, among the outputs, of the digest over the tools' own answers.
    private const string Answers = "answers";

    public override StageName Name => StageName.Restore;

    public override InputScope Reads => InputScope.Resolution;

    public override ImmutableArray<Limit> LimitsOf(Unit unit) => [Limit.MSBuild];

    public override string BatchKey(Unit unit) => unit.Toolchain.ToString();

    // The very answers, not only files of the same name: those of another machine, or of an earlier restore, are no use.
    public override bool OutputsInPlace(StageContext context, StageResult recorded) =>
        recorded.Outputs.TryGetValue(Answers, out var answers) && AnswersOf(context) == answers;

    public override IEnumerable<string>? LooksAt(StageContext context, StageResult recorded) => Files(context);

    public override IEnumerable<Project> Links(Unit unit) => [];

    public override bool UsesPackages(Unit unit) => false;

    // Of what it leaves nothing is worth keeping: NuGet and npm have stores of their own.
    internal override StageOutputs? OutputsOf(StageContext context) => new()
    {
        Files = () => [],
        Missing = (_, _) => [],
        HasToRun = (restored, demand) => demand.Packages.Contains(context.Unit.Id) && !OutputsInPlace(context, restored),
    };

    internal override bool IsValidHere(StageContext context, StageRecord cached) => true;

    public override async Task<ImmutableArray<StageResult>> RunAsync(ImmutableArray<StageContext> batch, CancellationToken cancellationToken)
    {
        var results = batch[0].Unit.Toolchain switch
        {
            Toolchain.DotNet => await DotNetRestore.RunAsync(batch, cancellationToken),
            _ => await NodeRestore.RunAsync(batch, cancellationToken),
        };
        return [.. batch.Zip(results, (context, result) => AnswersOf(context) is { } answers ? result with { Outputs = result.Outputs.SetItem(Answers, answers) } : result)];
    }

    // Null where there are none, or not all.
    private static Digest? AnswersOf(StageContext context)
    {
        string[] files = [.. Files(context)];
        if (files.Length == 0 || !files.All(File.Exists)) return null;
        return Digest.Of(string.Concat(files.Select(file => $"{FileDigest.OfFile(file)}\n")));
    }

    private static IEnumerable<string> Files(StageContext context) => context.Unit.Toolchain switch
    {
        Toolchain.DotNet => DotNetRestore.Answers(context),
        _ => NodeRestore.Answers(context),
    };
}
