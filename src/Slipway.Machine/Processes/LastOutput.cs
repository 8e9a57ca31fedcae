namespace Slipway.Machine.Processes;

/// <summary>Shows a program's last words inside a message.</summary>
internal static class LastOutput
{
    public static string Of(string tail) =>
        tail.Length == 0 ? " (it wrote nothing)" : $"\n  | {tail.Replace("\n", "\n  | ", StringComparison.Ordinal)}";
}
