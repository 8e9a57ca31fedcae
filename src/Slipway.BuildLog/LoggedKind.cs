namespace Slipway.BuildLog;

public enum LoggedKind
{
    /// <summary>The project was given up; there are no words.</summary>
    FailedProject,

    Warning,

    Error,
}
