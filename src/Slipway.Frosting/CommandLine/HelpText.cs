using Slipway.Frosting.Graph;

namespace Slipway.Frosting.CommandLine;

/// <summary>What <c>--help</c> prints.</summary>
internal static class HelpText
{
    public static IEnumerable<string> Lines(OptionCatalog catalog, TaskGraph graph)
    {
        yield return "Usage: ./build.sh [--target=NAME]… [options]";
        yield return "";
        var width = catalog.Options.Max(option => Left(option).Length);
        foreach (var option in catalog.Options) yield return $"  {Left(option).PadRight(width)}  {option.Description}";
        yield return "";
        yield return "Targets:";
        var names = graph.Tasks.Max(task => task.Name.Length);
        foreach (var task in graph.Tasks) yield return $"  {task.Name.PadRight(names)}  {task.Description}".TrimEnd();
        yield return "";
        yield return "Exit codes: 0 all passed; 1 a known failure; 2 bad usage or configuration; 70 a bug of Slipway's own.";
    }

    private static string Left(CommandOption option)
    {
        var letter = option.Aliases.FirstOrDefault(alias => alias.Length == 1);
        return (letter is null ? "    " : $"-{letter}, ") + $"--{option.Name}" + (option.Value is null ? "" : $"={option.Value}");
    }
}
