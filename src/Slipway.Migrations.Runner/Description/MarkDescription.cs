using System.Reflection;
using System.Text.Json.Nodes;
using Slipway.Migrations.Runner.Phases;

namespace Slipway.Migrations.Runner.Description;

/// <summary>
/// The marks on a migration's class: <c>phase</c> (expand, backfill or contract) always; <c>stoppedUsing</c> with a contract, <c>irreversible</c>
/// (the reason) where it is marked so.
/// </summary>
internal static class MarkDescription
{
    public static JsonObject Of(string id, Type migration)
    {
        var contract = migration.GetCustomAttribute<ContractAttribute>();
        var backfill = migration.GetCustomAttribute<BackfillAttribute>();
        if (contract is not null && backfill is not null)
            throw new RunnerException(ExitCode.Usage, Codes.Undescribable,
                $"The migration {id} is marked [Contract] and [Backfill]; it can be one of them.", "Move the data in a migration of its own.");

        var marks = new JsonObject { ["phase"] = contract is not null ? "contract" : backfill is not null ? "backfill" : "expand" };
        if (contract is not null)
            marks["stoppedUsing"] = contract.StoppedUsing;
        if (migration.GetCustomAttribute<IrreversibleAttribute>() is { } irreversible)
            marks["irreversible"] = irreversible.Reason;
        return marks;
    }
}
