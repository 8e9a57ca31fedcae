using Cake.Frosting;
using Slipway.Frosting.CommandLine;
using Slipway.Frosting.Output;
using Slipway.Model.Problems;
using Slipway.Pipeline.Explanations;

namespace Slipway.Frosting.Tasks;

[TaskName("Why")]
[TaskDescription("Tell why a stage of a unit would run now, or why not: --unit and --stage, or all of them")]
[TaskOption("stage", "Only this stage; may be given several times")]
[TaskOption("json", "Print JSON", IsFlag = true)]
public sealed class WhyTask : AsyncFrostingTask<SlipwayContext>
{
    public override async Task RunAsync(SlipwayContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var (plan, run) = await context.ForecastAsync();
        var asked = context.Arguments.GetArguments("stage").ToArray();
        var names = plan.Steps.Select(step => step.Name.ToString()).ToArray();
        var unknown = asked.Where(stage => !names.Contains(stage, StringComparer.OrdinalIgnoreCase)).Select(stage => Unknown(stage, names)).ToArray();
        if (unknown.Length > 0) throw new BadInputException(unknown);

        var explainer = new Explainer(plan, run);
        var answers =
            from step in plan.Steps
            where asked.Length == 0 || asked.Contains(step.Name.ToString(), StringComparer.OrdinalIgnoreCase)
            from node in plan.NodesOf(step.Name)
            select explainer.Explain(node, step.Stage);
        if (context.Arguments.HasArgument("json")) Console.WriteLine(WhyText.Json(answers));
        else foreach (var line in answers.SelectMany(WhyText.Lines)) Painter.Line(line);
    }

    private static Problem Unknown(string stage, string[] names) => new()
    {
        Code = Codes.BadOptionValue,
        Message = $"There is no stage '{stage}'.",
        Mend = (Spelling.Nearest(stage, names) is { } nearest ? $"did you mean '{nearest}'? " : "") + $"The stages are: {string.Join(", ", names)}",
    };
}
