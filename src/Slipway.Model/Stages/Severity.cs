namespace Slipway.Model.Stages;

public enum Severity
{
    Note,
    Warning,
    Error,
}
