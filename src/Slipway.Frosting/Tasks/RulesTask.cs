using Cake.Frosting;
using Slipway.Frosting.Output;
using Slipway.Frosting.Rules;
using Spectre.Console;

namespace Slipway.Frosting.Tasks;

[TaskName("Rules")]
[TaskDescription("Print every rule of the deployment strategy with its state on this platform")]
public sealed class RulesTask : AsyncFrostingTask<SlipwayContext>
{
    // A file or a log has no width; this one fits most of what shows them.
    private const int PlainWidth = 140;

    public override async Task RunAsync(SlipwayContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var platform = await context.ReadPlatformAsync();
        var width = Console.IsOutputRedirected ? PlainWidth : AnsiConsole.Profile.Width;
        foreach (var (text, state) in RuleTable.Lines(platform, width)) Painter.Line(text, Style(state));
    }

    private static string Style(RuleState? state) => state switch
    {
        null => "bold",
        RuleState.Held => "green",
        RuleState.Partly => "yellow",
        RuleState.NotYetHeld => "red",
        _ => "grey",
    };
}
