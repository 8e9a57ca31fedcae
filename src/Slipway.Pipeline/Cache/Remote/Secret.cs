using Slipway.Model.Problems;

namespace Slipway.Pipeline.Cache.Remote;

/// <summary>A value that no message, log or record may show.</summary>
internal sealed class Secret
{
    private readonly string _value;

    private Secret(string value) => _value = value;

    /// <summary>Follows a reference, <c>env:NAME</c> or <c>file:PATH</c>.</summary>
    /// <param name="reference">As somebody wrote it.</param>
    /// <param name="setting">Which setting it is, for messages.</param>
    /// <param name="variable">Looks up an environment variable.</param>
    /// <exception cref="BadInputException">It is no reference, or leads nowhere.</exception>
    public static Secret Read(string reference, string setting, Func<string, string?> variable)
    {
        var (kind, target) = reference.Split(':', 2) is [var left, var right] ? (left, right) : ("", "");
        var value = kind switch
        {
            "env" when target.Length > 0 => variable(target),
            "file" when target.Length > 0 => ReadFile(target, setting),
            // What was written may be the secret itself, so it is not repeated.
            _ => throw Wrong($"{setting} holds something else than a reference to a secret.", "Write env:NAME with an environment variable's name, or file:PATH."),
        };
        return string.IsNullOrWhiteSpace(value)
            ? throw Wrong($"{setting} refers to {reference}, which is not set or empty.", "Set it, or remove the setting.")
            : new(value.Trim());
    }

    public string Reveal() => _value;

    public override string ToString() => "(secret)";

    private static string ReadFile(string path, string setting)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw Wrong($"{setting} refers to file:{path}, which cannot be read: {error.Message}", "Check the path and who may read it.");
        }
    }

    private static BadInputException Wrong(string message, string mend) => new(new Problem { Code = Codes.SettingWrong, Message = message, Mend = mend });
}
