using System.Diagnostics;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Slipway.Migrations.Runner.Database;

namespace Slipway.Migrations.Runner.Output;

/// <summary>Tells of each migration as it begins, from EF Core's own diagnostic events; those of other contexts are ignored.</summary>
internal sealed class Progress : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly DbContext _context;
    private readonly IMigrator _migrator;
    private readonly Journal _journal;
    private readonly List<IDisposable> _subscriptions = [];

    private readonly Position _position;

    private Progress(DbContext context, Journal journal, Position position)
    {
        _position = position;
        _context = context;
        _migrator = context.GetService<IMigrator>();
        _journal = journal;
    }

    public static IDisposable Of(DbContext context, Journal journal, Position position)
    {
        var progress = new Progress(context, journal, position);
        progress._subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(progress));
        return progress;
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name)
            _subscriptions.Add(value.Subscribe(this));
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key == RelationalEventId.MigrationApplying.Name && value.Value is MigrationEventData applying && applying.Migrator == _migrator)
            Step("applying", applying.Migration);
        else if (value.Key == RelationalEventId.MigrationReverting.Name && value.Value is MigrationEventData reverting && reverting.Migrator == _migrator)
            Step("reverting", reverting.Migration);
        else if (value.Key == RelationalEventId.CommandExecuting.Name && value.Value is CommandEventData command && command.Connection == _context.Database.GetDbConnection())
            Sql(command.Command.CommandText);
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose()
    {
        foreach (var subscription in _subscriptions)
            subscription.Dispose();
    }

    private void Step(string what, Migration migration)
    {
        (_position.Migration, _position.Reverting, _position.Statement) = (IdOf(migration), what == "reverting", null);
        _journal.Step(what, IdOf(migration));
    }

    private void Sql(string statement)
    {
        _position.Statement = statement.Trim();
        _journal.Sql(statement);
    }

    private static string IdOf(Migration migration) => migration.GetType().GetCustomAttribute<MigrationAttribute>()!.Id;
}
