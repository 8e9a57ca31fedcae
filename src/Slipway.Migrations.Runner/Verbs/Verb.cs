using Slipway.Migrations.Runner.CommandLine;

namespace Slipway.Migrations.Runner.Verbs;

/// <summary>One thing that a bundle can be asked to do.</summary>
internal abstract class Verb
{
    public static Verb For(VerbName name) => name switch
    {
        VerbName.Apply => new ApplyVerb(),
        VerbName.Status => new StatusVerb(),
        VerbName.CheckModel => new CheckModelVerb(),
        VerbName.Script => new ScriptVerb(),
        VerbName.Compat => new CompatVerb(),
        VerbName.Describe => new DescribeVerb(),
        VerbName.Version => new VersionVerb(),
        VerbName.Help => new HelpVerb(),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, null),
    };

    public abstract Task<ExitCode> RunAsync(Run run, CancellationToken cancellation);
}
