using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace Slipway.Migrations.Runner.Database;

/// <summary>
/// The runner's own statements, on the context's open connection. Not as queries of EF Core, whose compiler takes longer to start than all
/// the rest of a run that has nothing to do.
/// </summary>
internal static class DirectSql
{
    extension(DatabaseFacade database)
    {
        /// <summary>Runs a statement.</summary>
        /// <param name="sql">It names its parameters <c>@name</c>.</param>
        /// <param name="cancellation">Ends it.</param>
        /// <param name="parameters">Their values.</param>
        /// <returns>The first value of the first row, or null.</returns>
        [SuppressMessage("Security", "CA2100", Justification = "Every statement is a constant of the runner, but for names and text that EF Core or PostgreSQL has quoted.")]
        public async Task<object?> AskAsync(string sql, CancellationToken cancellation, params (string Name, object Value)[] parameters)
        {
            await using var command = database.GetDbConnection().CreateCommand();
            command.CommandText = sql;
            command.Transaction = database.CurrentTransaction?.GetDbTransaction();
            if (database.GetCommandTimeout() is { } seconds) command.CommandTimeout = seconds;
            foreach (var (name, value) in parameters) command.Parameters.Add(Parameter(command, name, value));
            return await command.ExecuteScalarAsync(cancellation);
        }
    }

    private static DbParameter Parameter(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value;
        return parameter;
    }
}
