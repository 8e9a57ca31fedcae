namespace Slipway.BuildLog;

/// <summary>One thing that MSBuild or the compiler said.</summary>
public sealed class LoggedEvent
{
    public LoggedEvent(LoggedKind kind, string code, string message, string file, int line, int column, string project) =>
        (Kind, Code, Message, File, Line, Column, Project) = (kind, code, message, file, line, column, project);

    public LoggedKind Kind { get; }

    /// <summary>Such as <c>CS0246</c>; empty where there is none.</summary>
    public string Code { get; }

    public string Message { get; }

    /// <summary>As it was said, perhaps relative to the project's folder; empty where there is none.</summary>
    public string File { get; }

    /// <summary>From 1; 0 where there is none.</summary>
    public int Line { get; }

    /// <summary>From 1; 0 where there is none.</summary>
    public int Column { get; }

    /// <summary>The project file, absolute; empty where there is none.</summary>
    public string Project { get; }
}
