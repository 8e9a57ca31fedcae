using Spectre.Console.Cli;

namespace Cake.Frosting;

/// <summary>The command line as a source of configuration: whatever is not a switch of Cake's own.</summary>
internal sealed class CommandLineSettings(IRemainingArguments remaining, BuildOptions options)
{
    public Dictionary<string, string> Values { get; } = Read(remaining, options);

    private static Dictionary<string, string> Read(IRemainingArguments remaining, BuildOptions options)
    {
        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var argument in remaining.Parsed)
        {
            values[argument.Key.TrimStart('-')] = argument.FirstOrDefault() ?? string.Empty;
        }

        if (options.NoReport)
        {
            values["Settings_NoReport"] = bool.TrueString;
        }

        return values;
    }
}
