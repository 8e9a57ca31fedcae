namespace Slipway.Frosting.Output;

/// <summary>Folds a stage's lines in the logs of CI systems, in the syntax of the one that runs us; nothing elsewhere.</summary>
internal sealed class LogGroup : IDisposable
{
    private readonly string? _end;

    public LogGroup(string name)
    {
        var (begin, end) = Syntax(name);
        if (begin is not null) Console.WriteLine(begin);
        _end = end;
    }

    public void Dispose()
    {
        if (_end is not null) Console.WriteLine(_end);
    }

    private static (string? Begin, string? End) Syntax(string name)
    {
        if (Has("GITHUB_ACTIONS")) return ($"::group::{name}", "::endgroup::");
        if (Has("TF_BUILD")) return ($"##[group]{name}", "##[endgroup]");
        if (!Has("GITLAB_CI")) return (null, null);
        var time = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        return ($"\e[0Ksection_start:{time}:{name}\r\e[0K{name}", $"\e[0Ksection_end:{time}:{name}\r\e[0K");
    }

    private static bool Has(string variable) => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(variable));
}
