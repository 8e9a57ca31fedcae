using Slipway.Model.Problems;
using Spectre.Console;

namespace Slipway.Frosting.Output;

/// <summary>Writes lines, in colour on a terminal that has it and plain everywhere else. What a tool or a file says moves no cursor.</summary>
internal static class Painter
{
    private static readonly Lock _lock = new();

    /// <summary>Whether a person looks on, for whom progress may be drawn and overwritten.</summary>
    public static bool IsInteractive => !Console.IsOutputRedirected && AnsiConsole.Profile.Capabilities.Interactive;

    public static void Line(string text = "", string? style = null)
    {
        text = Printable.Lines(text);
        lock (_lock)
        {
            if (style is not null && !Console.IsOutputRedirected && AnsiConsole.Profile.Capabilities.ColorSystem != ColorSystem.NoColors)
                AnsiConsole.MarkupLine($"[{style}]{Markup.Escape(text)}[/]");
            else
                Console.WriteLine(text);
        }
    }

    /// <summary>Seconds with one digit, minutes from two minutes on.</summary>
    public static string Time(TimeSpan time) => time.TotalMinutes >= 2
        ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{(int)time.TotalMinutes} min {time.Seconds:00} s")
        : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.0} s");
}
