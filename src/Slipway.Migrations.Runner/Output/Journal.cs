using Slipway.Migrations.Runner.CommandLine;
using Slipway.Migrations.Runner.Compatibility;
using Slipway.Migrations.Runner.Database;

namespace Slipway.Migrations.Runner.Output;

/// <summary>What a run tells: in words for people, or one JSON object a line for programs.</summary>
internal abstract class Journal
{
    public static Journal For(RunnerOptions options, Surroundings surroundings, Redaction redaction)
    {
        var (text, error) = (redaction.Wrap(surroundings.Out), redaction.Wrap(surroundings.Error));
        if (options.Json) return new JsonJournal(surroundings.Out, redaction, options.Verbose);
        return options.PrefixOutput
            ? new TextJournal(new PrefixedWriter(text, "info:    "), new PrefixedWriter(error, "error:   "), options.Verbose, new PrefixedWriter(text, "data:    "))
            : new TextJournal(text, error, options.Verbose);
    }

    /// <summary>The verb's result itself: a script, the usage. Printed as it is, also with --json.</summary>
    public abstract void Text(string text);

    public abstract void Say(string what, string sentence);

    /// <param name="what">applying or reverting.</param>
    public abstract void Step(string what, string migration);

    public abstract void Sql(string statement);

    public abstract void Status(History history);

    public abstract void Finding(Incompatibility finding);

    public abstract void Done(Moved moved);

    public abstract void Failed(FailureReport report, Exception failure);
}
