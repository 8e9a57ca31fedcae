using System.Globalization;
using System.Text;

namespace Slipway.Machine.Processes;

/// <summary>
/// An environment variable that tells whose child a process is, also after it forked twice, left its session and lost its parent:
/// the environment is inherited when nothing else is.
/// </summary>
internal sealed class Cookie
{
    public const string Variable = "SLIPWAY_CHILD_OF";
    private static int _count;
    private readonly byte[] _entry;

    public Cookie()
    {
        Value = string.Create(CultureInfo.InvariantCulture, $"{Host}.{Interlocked.Increment(ref _count)}");
        // With the zero behind it, so that number 1 is not found in number 12.
        _entry = Encoding.ASCII.GetBytes($"{Variable}={Value}\0");
    }

    /// <summary>What the values of all our children begin with.</summary>
    public static string Host { get; } = Guid.NewGuid().ToString("N");

    public string Value { get; }

    /// <summary>Whether a process has it; false where its environment may not be read, null while there is none, as in the midst of exec.</summary>
    public bool? IsIn(int process)
    {
        try
        {
            var environment = File.ReadAllBytes($"/proc/{process}/environ").AsSpan();
            return environment.IsEmpty ? null : environment.IndexOf(_entry) >= 0;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
