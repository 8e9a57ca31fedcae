using Npgsql;
using Slipway.Machine.Processes;
using Slipway.Model.Problems;

namespace Slipway.Migrations.Reversal;

/// <summary>A database's schema as <c>pg_dump -s</c> writes it, so that two of them can be compared.</summary>
internal static class SchemaDump
{
    public static async Task<string> OfAsync(string connectionString, IProcessRunner runner, CancellationToken cancellationToken)
    {
        if (Executables.Find("pg_dump") is null) throw new BadInputException(Missing("this machine has no pg_dump"));
        var connection = new NpgsqlConnectionStringBuilder(connectionString);
        var request = ProcessRequest.For("pg_dump", "--schema-only", "--no-owner", "--no-privileges", "--no-comments")
            .With("PGHOST", connection.Host).With("PGPORT", $"{connection.Port}").With("PGUSER", connection.Username).With("PGPASSWORD", connection.Password)
            .With("PGDATABASE", connection.Database).With("PGOPTIONS", null).With("LC_ALL", "C");
        var result = await runner.RunAsync(request, cancellationToken).ConfigureAwait(false);
        if (!result.Succeeded) throw new KnownFailureException(Missing(result.Error.Trim()));
        return Bare(result.Output);
    }

    // Comments hold versions and dates; \restrict holds a random word. A column that comes back comes last, which nobody can help: the columns of a
    // table are put in the order of their names.
    private static string Bare(string dump)
    {
        var lines = new List<string>();
        List<string>? table = null;
        foreach (var line in dump.Split('\n').Where(line => line.Length > 0 && !line.StartsWith("--", StringComparison.Ordinal) && !line.StartsWith('\\')))
        {
            if (line.StartsWith("CREATE TABLE", StringComparison.Ordinal)) table = [];
            else if (table is not null && line.StartsWith(')'))
            {
                lines.AddRange(table.Order(StringComparer.Ordinal));
                table = null;
            }
            if (table is null || line.StartsWith("CREATE TABLE", StringComparison.Ordinal)) lines.Add(line);
            else table.Add(line.TrimEnd(','));
        }
        return string.Join('\n', lines);
    }

    private static Problem Missing(string why) => new()
    {
        Code = Codes.NoDump,
        Message = $"The way back cannot be compared, because the schema cannot be dumped: {why}",
        Mend = "install PostgreSQL's client programs, of the server's major version or a newer one",
    };
}
