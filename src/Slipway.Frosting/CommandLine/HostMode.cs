namespace Slipway.Frosting.CommandLine;

/// <summary>What a command line asks for.</summary>
public enum HostMode
{
    Run,
    DryRun,
    Tree,
    Description,
    Help,

    /// <summary>Slipway's version and Cake's.</summary>
    Version,

    /// <summary>What Cake knows of itself.</summary>
    About,
}
