using System.Collections.Immutable;
using System.Globalization;
using Slipway.Frosting.Graph;
using Slipway.Frosting.Hosting;
using Slipway.Model;
using Slipway.Model.Problems;

namespace Slipway.Frosting.CommandLine;

/// <summary>
/// Reads the command line before Cake does. Cake takes any <c>--name=value</c> for an argument of some script; here an option that
/// nobody declared is an error, and so is a target that does not exist.
/// </summary>
internal sealed class ArgumentParser(TaskGraph graph)
{
    private static readonly string[] Verbosities =
        ["quiet", "minimal", "normal", "verbose", "diagnostic", "q", "m", "n", "v", "d"];

    private readonly OptionCatalog _catalog = new(graph);
    private readonly List<Problem> _problems = [];
    private readonly List<(CommandOption Option, string? Value)> _given = [];

    public OptionCatalog Catalog => _catalog;

    /// <exception cref="BadInputException">Everything that is wrong with the command line.</exception>
    public HostArguments Parse(IReadOnlyList<string> arguments)
    {
        for (var index = 0; index < arguments.Count; index++) index = Take(arguments, index);
        var targets = Values("target");
        if (targets.IsEmpty) targets = ["Default"];
        var mode = Mode();
        if (mode is HostMode.Run or HostMode.DryRun) CheckTargets(targets);
        CheckVerbosity();
        CheckWorking();
        CheckSingle();
        var jobs = Jobs();
        if (Has("unit") && Values("unit").All(value => value.Trim(',', ' ') is "")) _problems.Add(Bad(_catalog.Find("unit")!, "--unit names no unit."));
        CheckContinue();
        CheckRelease(targets);
        CheckWrite("baseline", "a baseline", "Boundaries", targets);
        CheckWrite("migrations", "the lock of migrations", "Migrations", targets);
        var environment = Environment();
        if (_problems.Count > 0) throw new BadInputException(_problems);
        return new HostArguments
        {
            Targets = targets,
            Mode = mode,
            Exclusive = Has("exclusive"),
            Units = [.. Values("unit").SelectMany(value => value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))],
            Since = Values("since").LastOrDefault(),
            AllUnits = Has("all-units"),
            Platform = Values("platform").LastOrDefault(),
            Jobs = jobs,
            KeepGoing = Has("keep-going"),
            Continue = Has("continue"),
            Replay = !Has("no-replay"),
            UpdateLocks = Has("update-locks"),
            Wait = !Has("no-wait"),
            Key = Values("key").LastOrDefault(),
            Release = Values("release").LastOrDefault(),
            Environment = environment,
            Vsa = Values("vsa").LastOrDefault(),
            WriteBaseline = Has("baseline"),
            WriteMigrations = Has("migrations"),
            Live = Values("live"),
            ForCake = [.. _given.Select(given => given.Value is null ? $"--{given.Option.Name}" : $"--{given.Option.Name}={given.Value}")],
        };
    }

    private int Take(IReadOnlyList<string> arguments, int index)
    {
        var word = arguments[index];
        if (!word.StartsWith('-') || word.Trim('-') is "")
        {
            _problems.Add(Stray(word));
            return index;
        }
        var equals = word.IndexOf('=', StringComparison.Ordinal);
        var name = (equals < 0 ? word : word[..equals]).TrimStart('-');
        var inline = equals < 0 ? null : word[(equals + 1)..];
        if (word.StartsWith("---", StringComparison.Ordinal) || _catalog.Find(name) is not { } option)
        {
            _problems.Add(Unknown(word.StartsWith("---", StringComparison.Ordinal) ? $"-{name}" : name));
            // What follows an unknown option was probably meant as its value.
            return inline is null && index + 1 < arguments.Count && !arguments[index + 1].StartsWith('-') ? index + 1 : index;
        }
        if (option.IsFlag)
        {
            AddFlag(option, inline);
            return index;
        }
        var value = inline ?? (index + 1 < arguments.Count && !arguments[index + 1].StartsWith('-') ? arguments[++index] : null);
        if (string.IsNullOrWhiteSpace(value)) _problems.Add(Bad(option, $"--{option.Name} needs a value: {option.Value}."));
        else _given.Add((option, value));
        return index;
    }

    private void AddFlag(CommandOption option, string? value)
    {
        if (value is null || string.Equals(value, "true", StringComparison.OrdinalIgnoreCase)) _given.Add((option, null));
        else if (!string.Equals(value, "false", StringComparison.OrdinalIgnoreCase)) _problems.Add(Bad(option, $"--{option.Name} takes no value, not '{value}'."));
    }

    private HostMode Mode() =>
        Has("help") ? HostMode.Help
        : Has("version") ? HostMode.Version
        : Has("info") ? HostMode.About
        : Has("dryrun") ? HostMode.DryRun
        : Has("tree") ? HostMode.Tree
        : Has("description") ? HostMode.Description
        : HostMode.Run;

    private void CheckTargets(ImmutableArray<string> targets)
    {
        var names = graph.Tasks.Select(task => task.Name).ToArray();
        foreach (var target in targets.Where(target => graph.Find(target) is null))
        {
            var nearest = Spelling.Nearest(target, names);
            _problems.Add(new Problem
            {
                Code = Codes.UnknownTarget,
                Message = $"There is no target '{target}'.",
                Mend = (nearest is null ? "" : $"did you mean '{nearest}'? ") + $"The targets are: {string.Join(", ", names)}",
            });
        }
    }

    private void CheckVerbosity()
    {
        foreach (var value in Values("verbosity").Where(value => !Verbosities.Contains(value, StringComparer.OrdinalIgnoreCase)))
        {
            _problems.Add(Bad(_catalog.Find("verbosity")!, $"'{value}' is no verbosity; it is one of {string.Join(", ", Verbosities[..5])}."));
        }
    }

    private void CheckWorking()
    {
        foreach (var value in Values("working").Where(value => !Directory.Exists(value)))
            _problems.Add(Bad(_catalog.Find("working")!, $"There is no folder '{value}' to work in."));
    }

    // Of two values one would be passed over in silence.
    private void CheckSingle()
    {
        foreach (var name in (string[])["platform", "since", "jobs", "key", "release", "environment", "vsa", "verbosity", "working"])
        {
            if (Values(name).Distinct(StringComparer.Ordinal).Skip(1).Any())
                _problems.Add(Bad(_catalog.Find(name)!, $"--{name} is given more than once, and with different values."));
        }
    }

    private void CheckContinue()
    {
        if (!Has("continue")) return;
        foreach (var name in (string[])["target", "unit", "since", "exclusive"])
        {
            if (Has(name)) _problems.Add(Bad(_catalog.Find("continue")!, $"--continue takes targets and units from the last run, so --{name} cannot stand beside it."));
        }
    }

    // A release that lies anywhere belongs to no run: nothing is built for it.
    private void CheckRelease(ImmutableArray<string> targets)
    {
        if (!Has("release")) return;
        if (targets is not [var target] || !ReleaseCheck.Targets.Contains(target))
            _problems.Add(Bad(_catalog.Find("release")!, $"--release stands with one of the targets {string.Join(" and ", ReleaseCheck.Targets.Order(StringComparer.Ordinal))}."));
        foreach (var name in (string[])["unit", "since", "continue", "all-units", "update-locks"])
        {
            if (Has(name)) _problems.Add(Bad(_catalog.Find("release")!, $"--release names the one release, so --{name} cannot stand beside it."));
        }
    }

    // Who writes what a gate holds units against means to do that alone: a gate behind it would pass on what was just forgiven.
    private void CheckWrite(string option, string what, string only, ImmutableArray<string> targets)
    {
        if (!Has(option)) return;
        foreach (var value in Values(option).Where(value => value != "write"))
            _problems.Add(Bad(_catalog.Find(option)!, $"'{value}' is nothing that can be done with {what}; 'write' is."));
        if (targets is not [var target] || !target.Equals(only, StringComparison.OrdinalIgnoreCase))
            _problems.Add(Bad(_catalog.Find(option)!, $"--{option} stands with the target {only} alone."));
    }

    private EnvironmentName Environment()
    {
        if (Values("environment").LastOrDefault() is not { } text) return EnvironmentName.Local;
        var names = Enum.GetNames<EnvironmentName>().Select(name => name.ToLowerInvariant()).ToArray();
        if (Array.IndexOf(names, text) is >= 0 and var index) return (EnvironmentName)index;
        var nearest = Spelling.Nearest(text, names);
        _problems.Add(Bad(_catalog.Find("environment")!, $"'{text}' is no environment{(nearest is null ? "." : $"; did you mean '{nearest}'?")}"));
        return EnvironmentName.Local;
    }

    private int? Jobs()
    {
        if (Values("jobs").LastOrDefault() is not { } text) return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var jobs) && jobs is >= 1 and <= 1024) return jobs;
        _problems.Add(Bad(_catalog.Find("jobs")!, $"'{text}' is no number of jobs; it is a whole number from 1 to 1024."));
        return null;
    }

    private bool Has(string name) => _given.Any(given => given.Option.Name == name);

    private ImmutableArray<string> Values(string name) => [.. _given.Where(given => given.Option.Name == name).Select(given => given.Value!)];

    private Problem Unknown(string name) => new()
    {
        Code = Codes.UnknownOption,
        Message = $"There is no option '--{name}'.",
        Mend = Spelling.Nearest(name, _catalog.Names) is { } nearest ? $"did you mean '--{nearest}'?" : "see --help; a task declares its own with [TaskOption]",
    };

    private static Problem Bad(CommandOption option, string message) => new()
    {
        Code = Codes.BadOptionValue,
        Message = message,
        Mend = $"--{option.Name}{(option.Value is null ? "" : "=" + option.Value)}: {option.Description}",
    };

    private Problem Stray(string word) => new()
    {
        Code = Codes.StrayArgument,
        Message = $"'{word}' is neither an option nor the value of one.",
        Mend = graph.Find(word) is { } task ? $"to run that target: --target={task.Name}" : "options begin with two dashes; see --help",
    };
}
