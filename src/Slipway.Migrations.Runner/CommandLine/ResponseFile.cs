namespace Slipway.Migrations.Runner.CommandLine;

/// <summary><c>@file</c> stands for the file's lines, one word a line: so a connection string need not show in the list of processes.</summary>
internal static class ResponseFile
{
    public static IReadOnlyList<string> Expand(IReadOnlyList<string> args) =>
        [.. args.SelectMany(arg => arg.StartsWith('@') ? Lines(arg[1..]) : [arg])];

    private static IEnumerable<string> Lines(string path)
    {
        try
        {
            return File.ReadAllLines(path).Where(line => !string.IsNullOrWhiteSpace(line)).Select(line => line.Trim());
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new RunnerException(ExitCode.Usage, Codes.Usage, $"The response file '{path}' cannot be read: {failure.Message}",
                "Name a file that is there, one word a line.", failure);
        }
    }
}
