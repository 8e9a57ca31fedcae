using System.Collections.Immutable;
using System.Reflection;
using Slipway.Frosting.CommandLine;
using Slipway.Frosting.Graph;

namespace Slipway.Build.Documentation;

/// <summary>Every option of the command line.</summary>
internal static class OptionsPage
{
    public static Page Of(ImmutableArray<CommandOption> options, TaskGraph graph)
    {
        var declared = graph.Tasks
            .SelectMany(task => task.Type.GetCustomAttributes<TaskOptionAttribute>().Select(option => (task.Name, Option: option.Name)))
            .ToLookup(pair => pair.Option, pair => pair.Name, StringComparer.OrdinalIgnoreCase);
        return new Page("options.md", $"""
            # Options

            `--name=value` and `--name value` mean the same. An option that nobody declares is an error, with the nearest right spelling.

            {Rows(options.Where(option => !declared.Contains(option.Name)))}

            ## Options of single targets

            {Table.Of(["option", "target", "does"], options.Where(option => declared.Contains(option.Name))
                .Select(option => (string?[])[$"`{Written(option)}`", string.Join(", ", declared[option.Name]), option.Description]))}
            """);
    }

    private static string Rows(IEnumerable<CommandOption> options) => Table.Of(
        ["option", "also", "does"],
        options.Select(option => (string?[])[$"`{Written(option)}`", string.Join(", ", Others(option)), option.Description]));

    private static string Written(CommandOption option) => option.Value is { } value ? $"--{option.Name}={value}" : $"--{option.Name}";

    private static IEnumerable<string> Others(CommandOption option) => option.Aliases
        .Where(alias => !string.Equals(alias, option.Name, StringComparison.OrdinalIgnoreCase))
        .Select(alias => alias.Length == 1 ? $"`-{alias}`" : $"`--{alias}`");
}
