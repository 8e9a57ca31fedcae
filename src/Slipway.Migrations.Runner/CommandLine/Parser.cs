using System.Globalization;

namespace Slipway.Migrations.Runner.CommandLine;

/// <summary>Reads a command line. It touches nothing, and an unknown word is an error, never ignored.</summary>
internal static class Parser
{
    private static readonly Dictionary<string, VerbName> _verbs = new(StringComparer.Ordinal)
    {
        ["apply"] = VerbName.Apply,
        ["status"] = VerbName.Status,
        ["check-model"] = VerbName.CheckModel,
        ["script"] = VerbName.Script,
        ["compat"] = VerbName.Compat,
        ["describe"] = VerbName.Describe,
        ["help"] = VerbName.Help,
    };

    public static RunnerOptions Parse(IReadOnlyList<string> args)
    {
        var words = new Queue<string>(args);
        var verb = words.TryPeek(out var first) && _verbs.TryGetValue(first, out var named) ? named : (VerbName?)null;
        if (verb is not null)
            words.Dequeue();

        var options = new RunnerOptions { Verb = verb ?? VerbName.Apply };
        while (words.TryDequeue(out var word))
            options = word == "--" ? ForTheHost(words, options) : Read(word, words, options);
        return options;
    }

    /// <summary>How a run is told, whatever else may be wrong with the words: whoever reads JSON gets the error as JSON too.</summary>
    public static RunnerOptions ReadForm(IReadOnlyList<string> words) =>
        new() { Verb = VerbName.Help, Json = words.Contains("--json"), PrefixOutput = words.Contains("--prefix-output") };

    private static RunnerOptions Read(string word, Queue<string> rest, RunnerOptions options)
    {
        if (!word.StartsWith('-'))
            return Positional(word, options);

        var equals = word.IndexOf('=', StringComparison.Ordinal);
        var name = equals < 0 ? word : word[..equals];
        string Value() => equals >= 0 ? word[(equals + 1)..] : rest.TryDequeue(out var next) ? next : throw Wrong($"{name} needs a value.");

        return name switch
        {
            "--connection" => options with { Connection = Value() },
            "--baseline" when options.Verb == VerbName.Compat => options with { Baseline = Value() },
            "--baseline" => throw Wrong("--baseline belongs to the verb compat."),
            "--verbose" or "-v" => options with { Verbose = true },
            "--json" => options with { Json = true },
            "--fail-if-pending" when options.Verb == VerbName.Status => options with { FailIfPending = true },
            "--fail-if-pending" => throw Wrong("--fail-if-pending belongs to the verb status."),
            "--lock-timeout" => options with { LockTimeout = Seconds(name, Value()) },
            "--table-lock-timeout" => options with { TableLockTimeout = Seconds(name, Value()) },
            "--statement-timeout" => options with { StatementTimeout = Seconds(name, Value()) },
            "--retries" => options with { Retries = Count(name, Value()) },
            "--production" => options with { Production = true },
            "--prefix-output" => options with { PrefixOutput = true },
            // EF Core's bundle has it; nothing is coloured here.
            "--no-color" => options,
            "--version" => options with { Verb = VerbName.Version },
            "--help" or "-h" or "-?" => options with { Verb = VerbName.Help },
            _ => throw Wrong($"There is no option {name}."),
        };
    }

    private static RunnerOptions Positional(string word, RunnerOptions options) => options switch
    {
        // It may hold a password, and no migration is called so.
        _ when word.Contains('=', StringComparison.Ordinal) => throw Wrong("What has a = in it is no migration; a connection string stands behind --connection."),
        { Verb: VerbName.Apply, Target: null } when _verbs.ContainsKey(word) => throw Wrong($"The verb '{word}' stands before everything else."),
        { Verb: VerbName.Apply, Target: null } => options with { Target = word },
        { Verb: VerbName.Apply } => throw Wrong($"One migration can be named; '{options.Target}' and '{word}' are two."),
        _ => throw Wrong($"'{word}' means nothing here."),
    };

    // EF Core's bundle hands on what follows "--" to the service's Program, which is not run here; its environment is all that matters.
    private static RunnerOptions ForTheHost(Queue<string> words, RunnerOptions options)
    {
        while (words.TryDequeue(out var word))
        {
            var environment = word == "--environment" && words.TryDequeue(out var next) ? next
                : word.StartsWith("--environment=", StringComparison.Ordinal) ? word["--environment=".Length..]
                : throw Wrong($"'{word.Split('=', 2)[0]}' is for the service's program, which a bundle does not run; of what follows --, --environment NAME means something.");
            options = options with { Production = options.Production || IsProduction(environment) };
        }
        return options;
    }

    public static bool IsProduction(string? environment) => string.Equals(environment, "production", StringComparison.OrdinalIgnoreCase);

    private static int Count(string name, string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= 20
            ? count
            : throw Wrong($"{name} takes a number, 0 to 20; '{value}' is not that.");

    private static TimeSpan Seconds(string name, string value) =>
        double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds <= 86_400
            ? TimeSpan.FromSeconds(seconds)
            : throw Wrong($"{name} takes seconds, 0 to 86400; '{value}' is not that.");

    private static RunnerException Wrong(string what) => new(ExitCode.Usage, Codes.Usage, what, "--help lists what there is.");
}
