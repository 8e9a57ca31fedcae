using System.Text.Json;
using Slipway.Migrations.Rules;
using Slipway.Migrations.Sources;
using Slipway.Model.Stages;

namespace Slipway.Migrations.Operations;

/// <summary>One of EF Core's operations, and how to say what is wrong with it.</summary>
internal sealed record Operation(Migration Migration, MigrationStep Step, int Number, JudgeOptions Options)
{
    public string Kind => Step.Operation ?? "";

    public string? Name => Text("name");

    public string Schema => Text("schema") ?? "public";

    public string Table => Kind is "CreateTableOperation" or "DropTableOperation" or "RenameTableOperation" ? Name ?? "" : Text("table") ?? "";

    public string FullTable => $"{Schema}.{Table}";

    public string? Text(string property) => Step.Properties.Text(property);

    public bool? Flag(string property) => Step.Properties.Flag(property);

    public bool Has(string property) => Step.Properties.Member(property) is not null;

    public JsonElement? Member(string property) => Step.Properties.Member(property);

    public JsonElement? Annotation(string name) => Step.Properties.Member("annotations") is { } annotations ? annotations.Member(name) : null;

    public MigrationFinding Found(string rule, Severity severity, string? part, string message, string mend, LockLevel level = LockLevel.AccessExclusive) => new()
    {
        Rule = rule,
        Severity = severity,
        Migration = Migration.Id,
        Statement = Step.Commands is [var first, ..] ? first.Sql : null,
        StatementNumber = Number,
        Object = Table.Length == 0 ? part ?? Name : part is null ? FullTable : $"{FullTable}.{part}",
        Lock = level,
        Rows = Options.Statistics.Of(FullTable),
        Message = message,
        Mend = mend,
        File = Migration.File,
        Subject = Table.Length == 0 ? null : new Subject(Schema, Table, part),
    };
}
