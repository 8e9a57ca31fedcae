namespace Slipway.Model;

/// <summary>The four environments, in the one order in which content moves through them.</summary>
public enum EnvironmentName
{
    Local,
    Dev,
    Staging,
    Production,
}
