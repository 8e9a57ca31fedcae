using System.Collections.Immutable;
using System.Globalization;
using Slipway.Model.Stages;
using Slipway.Pipeline.Plans;
using Slipway.Pipeline.Records;
using Slipway.Pipeline.Runs;
using Slipway.Pipeline.Scheduling;
using Slipway.Pipeline.Stages;
using Slipway.Workspace.Affected;

namespace Slipway.Pipeline.Explanations;

/// <summary>Tells why a node would run now or would not: the first input that differs from the last execution, with both values.</summary>
public sealed class Explainer
{
    private readonly RunContext _run;
    private readonly RecordStore _records;
    private readonly NodeContexts _contexts;

    public Explainer(Plan plan, RunContext run)
        : this(plan, run, new RecordStore(run.Paths))
    {
    }

    internal Explainer(Plan plan, RunContext run, RecordStore records)
    {
        _run = run;
        _records = records;
        _contexts = new(plan, run, records);
    }

    public Explanation Explain(PlanNode node, Stage stage)
    {
        ArgumentNullException.ThrowIfNull(node);
        ArgumentNullException.ThrowIfNull(stage);
        var answer = new Explanation { Node = node, Prospect = Prospect.Run, Because = "", Last = _records.Last(node.Key) };
        if (node.SkipReason is { } reason) return answer with { Prospect = Prospect.Skip, Because = reason };
        if (answer.Last is not { } last) return answer with { Because = "there is no record of it: it never ran here, or its last run was stopped" };
        if (last.Fingerprint != node.Fingerprint) return Changed(answer, last, stage);
        if (last.Result.Outcome is StageOutcome.Failed) return answer with { Because = $"its last run, on the same inputs, failed at {Time(last)}" };
        if (!stage.Replayable) return answer with { Because = "it reads every byte every time: nothing stands for it" };
        return stage.OutputsInPlace(_contexts.Of(node, new StageLog()), last.Result)
            ? answer with { Prospect = Prospect.Replay, Because = $"nothing has changed since it ran at {Time(last)}" }
            : answer with { Because = $"what it made at {Time(last)} is not there any more, or was altered" };
    }

    private Explanation Changed(Explanation answer, StageRecord last, Stage stage)
    {
        var (then, now) = (last.Basis, answer.Node.Basis);
        var changes = then.TryGetValue(NodeBasis.Inputs, out var inputs) && inputs != now[NodeBasis.Inputs] && _records.FindInputs(last.Unit, inputs) is { } kept
            ? InputComparison.Of(_run.Platform, last.Unit, kept, _run.Inputs, stage.Reads)
            : [];
        var others = now.Keys.Where(part => part != NodeBasis.Inputs && then.GetValueOrDefault(part) != now[part])
            .Select(part => new InputChange(part, then.GetValueOrDefault(part), now[part], [last.Unit]));
        ImmutableArray<InputChange> all = [.. changes, .. others];
        return answer with
        {
            Changes = all,
            Because = all switch
            {
                [] => $"its inputs are not those of its run at {Time(last)}",
                [var only] => $"{only.Name} has changed since it ran at {Time(last)}",
                [var first, ..] => $"{first.Name} and {Verdict.Count(all.Length - 1, "other input")} have changed since it ran at {Time(last)}",
            },
        };
    }

    private static string Time(StageRecord record) => record.ExecutedAt.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
}
