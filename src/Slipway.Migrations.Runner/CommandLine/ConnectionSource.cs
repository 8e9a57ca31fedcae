using System.Data.Common;

namespace Slipway.Migrations.Runner.CommandLine;

/// <summary>Where the connection string comes from: <c>--connection</c>, standard input, or the environment.</summary>
internal static class ConnectionSource
{
    public const string Variable = "SLIPWAY_CONNECTION";

    // The model and the script need a provider but no server.
    private const string Nowhere = "Host=localhost;Database=none";

    public static string Read(RunnerOptions options, Surroundings surroundings)
    {
        if (options.Verb is VerbName.CheckModel or VerbName.Script or VerbName.Describe or VerbName.Version or VerbName.Help)
            return Nowhere;

        var text = options.Connection switch
        {
            "-" => surroundings.In.ReadLine(),
            null => surroundings.Variable(Variable),
            var given => given,
        };

        if (string.IsNullOrWhiteSpace(text))
            throw new RunnerException(ExitCode.Usage, Codes.BadConnection, "There is no connection string.",
                $"Give --connection, or --connection - to read it from standard input, or set {Variable}.");

        return Checked(text.Trim());
    }

    public static string Checked(string text)
    {
        try
        {
            return new DbConnectionStringBuilder { ConnectionString = text }.ConnectionString;
        }
        catch (ArgumentException)
        {
            // The parser's own message quotes the text, and with it a password.
            throw new RunnerException(ExitCode.Usage, Codes.BadConnection, "The connection string is not a list of key=value pairs separated by semicolons.",
                "Write it as Host=...;Database=...;Username=...;Password=..., and a value that has a semicolon in quotes.");
        }
    }
}
