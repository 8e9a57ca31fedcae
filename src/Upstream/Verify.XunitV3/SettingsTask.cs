using System.Runtime.CompilerServices;
using System.Text;

namespace VerifyTests;

/// <summary>A comparison that starts when it is awaited, so that a chain of settings can come before.</summary>
public sealed class SettingsTask(VerifySettings? settings, Func<VerifySettings, VerifyResult> compare)
{
    private Task<VerifyResult>? _task;

    public VerifySettings CurrentSettings { get; } = new(settings);

    public static implicit operator Task<VerifyResult>(SettingsTask settingsTask) => settingsTask.ToTask();

    /// <inheritdoc cref="VerifySettings.AddScrubber"/>
    public SettingsTask AddScrubber(Action<StringBuilder> scrubber) => With(current => current.AddScrubber(scrubber));

    /// <inheritdoc cref="VerifySettings.ScrubLines"/>
    public SettingsTask ScrubLines(Func<string, bool> removeLine) => With(current => current.ScrubLines(removeLine));

    /// <inheritdoc cref="VerifySettings.ScrubLinesContaining"/>
    public SettingsTask ScrubLinesContaining(params string[] stringToMatch)
        => With(current => current.ScrubLinesContaining(stringToMatch));

    /// <inheritdoc cref="VerifySettings.ScrubLinesWithReplace"/>
    public SettingsTask ScrubLinesWithReplace(Func<string, string?> replaceLine)
        => With(current => current.ScrubLinesWithReplace(replaceLine));

    /// <inheritdoc cref="VerifySettings.UseDirectory"/>
    public SettingsTask UseDirectory(string directory) => With(current => current.UseDirectory(directory));

    /// <inheritdoc cref="VerifySettings.UseFileName"/>
    public SettingsTask UseFileName(string fileName) => With(current => current.UseFileName(fileName));

    /// <inheritdoc cref="VerifySettings.UseMethodName"/>
    public SettingsTask UseMethodName(string name) => With(current => current.UseMethodName(name));

    /// <inheritdoc cref="VerifySettings.UseTextForParameters"/>
    public SettingsTask UseTextForParameters(string parametersText) => With(current => current.UseTextForParameters(parametersText));

    public TaskAwaiter<VerifyResult> GetAwaiter() => ToTask().GetAwaiter();

    public Task<VerifyResult> ToTask() => _task ??= Compare();

    private Task<VerifyResult> Compare()
    {
        try
        {
            return Task.FromResult(compare(CurrentSettings));
        }
        catch (VerifyException exception)
        {
            return Task.FromException<VerifyResult>(exception);
        }
    }

    private SettingsTask With(Action<VerifySettings> change)
    {
        change(CurrentSettings);
        return this;
    }
}
