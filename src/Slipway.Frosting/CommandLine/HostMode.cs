namespace Slipway.Frosting.CommandLine;

/// <summary>What a command line asks for.</summary>
public enum HostMode
{
    Run,
    DryRun,
    Tree,
    Description,
    Help,

    /// <summary>Cake's own version and information.</summary>
    About,
}
