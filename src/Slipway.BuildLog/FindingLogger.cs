using Microsoft.Build.Framework;

namespace Slipway.BuildLog;

/// <summary>Loaded by MSBuild; its parameters are the file to write.</summary>
public sealed class FindingLogger : ILogger, IDisposable
{
    private BinaryWriter? _writer;

    public LoggerVerbosity Verbosity { get; set; } = LoggerVerbosity.Quiet;

    public string? Parameters { get; set; }

    public void Initialize(IEventSource eventSource)
    {
        if (eventSource is null) throw new ArgumentNullException(nameof(eventSource));
        _writer = new(File.Create(Parameters ?? throw new LoggerException("The file to write is missing: -logger:…;FILE.")));
        eventSource.ErrorRaised += (_, error) =>
            Write(LoggedKind.Error, error.Code, error.Message, error.File, error.LineNumber, error.ColumnNumber, error.ProjectFile);
        eventSource.WarningRaised += (_, warning) =>
            Write(LoggedKind.Warning, warning.Code, warning.Message, warning.File, warning.LineNumber, warning.ColumnNumber, warning.ProjectFile);
        eventSource.ProjectFinished += (_, finished) =>
        {
            if (!finished.Succeeded) Write(LoggedKind.FailedProject, null, null, null, 0, 0, finished.ProjectFile);
        };
    }

    public void Shutdown() => Dispose();

    public void Dispose() => _writer?.Dispose();

    private void Write(LoggedKind kind, string? code, string? message, string? file, int line, int column, string? project) =>
        LoggedEvents.Write(_writer!, new(kind, code ?? "", message ?? "", file ?? "", line, column, project ?? ""));
}
