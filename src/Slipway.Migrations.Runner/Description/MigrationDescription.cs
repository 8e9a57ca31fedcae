using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Slipway.Migrations.Runner.Description;

/// <summary>
/// One migration: <c>id</c>; <c>digest</c> of its operations, there and back; <c>up</c> and <c>down</c>, each operation with the commands that
/// the provider makes of it. <c>down</c> is null where there is none to run; <c>downThrows</c> then tells one that throws on purpose from one
/// that was never written. <c>attributes</c> holds the marks, by name.
/// </summary>
internal sealed class MigrationDescription(DbContext context)
{
    private readonly IMigrationsAssembly _assembly = context.GetService<IMigrationsAssembly>();
    private readonly IMigrationsSqlGenerator _generator = context.GetService<IMigrationsSqlGenerator>();
    private readonly IModelRuntimeInitializer _initializer = context.GetService<IModelRuntimeInitializer>();

    public static IEnumerable<JsonObject> AllOf(DbContext context)
    {
        var descriptions = new MigrationDescription(context);
        IModel? before = null;
        foreach (var (id, type) in descriptions._assembly.Migrations)
        {
            var migration = descriptions._assembly.CreateMigration(type, context.Database.ProviderName!);
            var after = descriptions._initializer.Initialize(migration.TargetModel);
            yield return descriptions.Of(id, migration, before, after);
            before = after;
        }
    }

    private JsonObject Of(string id, Migration migration, IModel? before, IModel after)
    {
        var up = Read(() => migration.UpOperations, failure => throw new RunnerException(ExitCode.Failed, Codes.Undescribable,
            $"The migration {id} cannot be described: its Up throws {failure.GetType().Name}: {failure.Message}",
            "Write an Up that needs neither the service's settings nor a database.", failure))!;
        string? thrown = null;
        var down = IsOverridden(migration)
            ? Read(() => migration.DownOperations, failure => thrown = $"{failure.GetType().Name}: {failure.Message}")
            : null;

        return new()
        {
            ["id"] = id,
            ["digest"] = CanonicalJson.DigestOf(new JsonObject { ["up"] = Bare(up), ["down"] = Bare(down), ["downThrows"] = thrown is not null }),
            ["up"] = Whole(up, after),
            ["down"] = Whole(down, before),
            ["downThrows"] = thrown,
            ["attributes"] = MarkDescription.Of(id, migration.GetType()),
        };
    }

    private static IReadOnlyList<MigrationOperation>? Read(Func<IReadOnlyList<MigrationOperation>> operations, Action<Exception> failed)
    {
        try
        {
            return operations();
        }
        catch (Exception failure)
        {
            failed(failure);
            return null;
        }
    }

    private static bool IsOverridden(Migration migration) =>
        migration.GetType().GetMethod("Down", BindingFlags.Instance | BindingFlags.NonPublic)!.DeclaringType != typeof(Migration);

    private static JsonArray? Bare(IReadOnlyList<MigrationOperation>? operations) =>
        operations is null ? null : new([.. operations.Select(OperationDescription.Of)]);

    private JsonArray? Whole(IReadOnlyList<MigrationOperation>? operations, IModel? model)
    {
        if (operations is null) return null;
        var whole = new JsonArray();
        foreach (var operation in operations)
        {
            var description = OperationDescription.Of(operation);
            description["commands"] = new JsonArray([.. _generator.Generate([operation], model).Select(command => new JsonObject
            {
                ["sql"] = command.CommandText.ReplaceLineEndings("\n").TrimEnd(),
                ["suppressTransaction"] = command.TransactionSuppressed,
            })]);
            whole.Add(description);
        }
        return whole;
    }
}
