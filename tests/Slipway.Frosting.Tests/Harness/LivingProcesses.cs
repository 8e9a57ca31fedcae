using System.Globalization;

namespace Slipway.Frosting.Tests.Harness;

/// <summary>The processes of a Linux machine, as <c>/proc</c> tells.</summary>
internal static class LivingProcesses
{
    /// <summary>Those whose command line holds a text and whose environment has a variable of that value.</summary>
    public static int[] Of(string command, string variable) =>
    [
        .. Directory.EnumerateDirectories("/proc").Select(Path.GetFileName).Where(name => int.TryParse(name, out _)).Select(name => int.Parse(name!, CultureInfo.InvariantCulture))
            .Where(process => process != Environment.ProcessId && Read(process, "cmdline").Contains(command, StringComparison.Ordinal) && Environ(process).Contains(variable)),
    ];

    public static void Kill(string variable)
    {
        foreach (var process in Of("", variable))
        {
            try
            {
                System.Diagnostics.Process.GetProcessById(process).Kill();
            }
            catch (ArgumentException)
            {
                // It ended meanwhile, which was the wish.
            }
        }
    }

    public static string[] Environ(int process) => Read(process, "environ").Split('\0');

    private static string Read(int process, string file)
    {
        try
        {
            return File.ReadAllText($"/proc/{process}/{file}");
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
