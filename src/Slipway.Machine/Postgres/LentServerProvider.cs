using System.Net.Sockets;
using Npgsql;
using Slipway.Model.Problems;

namespace Slipway.Machine.Postgres;

internal sealed class LentServerProvider(string text) : PostgresProvider
{
    private readonly NpgsqlConnectionStringBuilder _address = Parse(text);

    public override string Description => $"the PostgreSQL server {_address.Host}:{_address.Port} of {Variable}";

    public override async Task<PostgresCluster> StartAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            return await LentServer.OpenAsync(_address.ConnectionString, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is NpgsqlException or SocketException or TimeoutException)
        {
            throw new BadInputException(Unusable($"cannot be used: {failure.Message}", "start it, or correct the host, user, password or rights"), failure);
        }
    }

    private static NpgsqlConnectionStringBuilder Parse(string text)
    {
        try
        {
            return text.Contains("://", StringComparison.Ordinal) ? FromAddress(new(text)) : new(text);
        }
        catch (Exception failure) when (failure is ArgumentException or FormatException)
        {
            // The message of the failure could quote the password.
            throw new BadInputException(new Problem
            {
                Code = Codes.PostgresUnreachable,
                Message = $"{Variable} holds no connection string.",
                Mend = "write Host=...;Port=...;Username=...;Password=...;Database=... or postgres://user:password@host:port/database",
            });
        }
    }

    private static NpgsqlConnectionStringBuilder FromAddress(Uri address)
    {
        if (address.Scheme is not ("postgres" or "postgresql")) throw new FormatException("Not an address of PostgreSQL.");
        var user = address.UserInfo.Split(':', 2);
        var database = Uri.UnescapeDataString(address.AbsolutePath.Trim('/'));
        return new()
        {
            Host = address.Host,
            Port = address.Port > 0 ? address.Port : 5432,
            Username = Uri.UnescapeDataString(user[0]),
            Password = user.Length == 2 ? Uri.UnescapeDataString(user[1]) : null,
            Database = database.Length == 0 ? "postgres" : database,
        };
    }

    private Problem Unusable(string why, string mend) => new()
    {
        Code = Codes.PostgresUnreachable,
        Message = $"The PostgreSQL server {_address.Host}:{_address.Port} that {Variable} names {why}",
        Mend = mend,
    };
}
