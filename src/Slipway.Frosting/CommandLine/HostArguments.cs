using System.Collections.Immutable;
using Slipway.Model;

namespace Slipway.Frosting.CommandLine;

/// <summary>A command line, read.</summary>
public sealed record HostArguments
{
    /// <summary>The targets, as written; never empty.</summary>
    public required ImmutableArray<string> Targets { get; init; }

    public required HostMode Mode { get; init; }

    public bool Exclusive { get; init; }

    /// <summary>Names of the chosen units; empty for all.</summary>
    public ImmutableArray<string> Units { get; init; } = [];

    /// <summary>What to compare with, so that only affected units run; null for all.</summary>
    public string? Since { get; init; }

    /// <summary>Whether every unit runs, also in the CI of a pull request.</summary>
    public bool AllUnits { get; init; }

    /// <summary>The platform's folder as written, or null.</summary>
    public string? Platform { get; init; }

    public int? Jobs { get; init; }

    /// <summary>Whether everything that does not depend on what failed still runs.</summary>
    public bool KeepGoing { get; init; }

    /// <summary>Whether the last run is to be taken up again; targets and units are then those of that run.</summary>
    public bool Continue { get; init; }

    public bool Replay { get; init; } = true;

    /// <summary>Whether packages are resolved anew and every lock file is written before the run.</summary>
    public bool UpdateLocks { get; init; }

    public bool Wait { get; init; } = true;

    /// <summary>The key to verify with, as written, or null.</summary>
    public string? Key { get; init; }

    /// <summary>A release to look at, as written, or null.</summary>
    public string? Release { get; init; }

    /// <summary>The environment whose policy holds. Default: local.</summary>
    public EnvironmentName Environment { get; init; } = EnvironmentName.Local;

    /// <summary>Where verification writes its summary, as written, or null.</summary>
    public string? Vsa { get; init; }

    /// <summary>Whether today's boundary findings become the baseline.</summary>
    public bool WriteBaseline { get; init; }

    /// <summary>Whether <c>migrations.lock</c> is written.</summary>
    public bool WriteMigrations { get; init; }

    /// <summary>The releases that are said to be live, as written.</summary>
    public ImmutableArray<string> Live { get; init; } = [];

    /// <summary>The last value of an option that a task declares; null where it is not given.</summary>
    internal string? ValueOf(string option) =>
        ForCake.LastOrDefault(given => given.StartsWith($"--{option}=", StringComparison.Ordinal))?[(option.Length + 3)..];

    /// <summary>Everything, in the form that Cake's parser takes.</summary>
    public required ImmutableArray<string> ForCake { get; init; }
}
