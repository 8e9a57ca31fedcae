using System.Globalization;
using System.Text.RegularExpressions;
using Slipway.Migrations.Sources;
using Slipway.Model.Stages;

namespace Slipway.Migrations.Operations;

/// <summary>What becomes of a column that EF Core alters: MIG105, MIG106, MIG107 and MIG108.</summary>
internal static partial class AlteredColumn
{
    private static readonly string[] _numbers = ["smallint", "integer", "bigint", "numeric"];

    public static IEnumerable<MigrationFinding> Of(Operation operation)
    {
        if (operation.Member("oldColumn") is not { } old) yield break;
        var (from, to) = (TypeOf(old.Text("columnType")), TypeOf(operation.Text("columnType")));
        if (from is not null && to is not null && from != to && !(IsText(from) && IsText(to) && Length(to) >= Length(from)))
        {
            yield return operation.Found(
                RuleIds.TypeChanged, Severity.Error, operation.Name,
                $"the type of {operation.FullTable}.{operation.Name} changes from {from} to {to}: unless both are stored alike, PostgreSQL writes every row anew while nobody can use the table, and running code expects {from}",
                "Add a column of the new type, write both, copy the rows in a backfill, move reads over, and drop the old column in a later contract.") with { Rewrite = true };
            if (Array.IndexOf(_numbers, from) is >= 0 and var narrow && Array.IndexOf(_numbers, Bare(to)) > narrow)
            {
                yield return operation.Found(
                    RuleIds.TypeWidened, Severity.Warning, operation.Name, $"{operation.FullTable}.{operation.Name} holds {to} instead of {from}: code that runs reads it only as long as the values fit",
                    "See that no live release reads the column into a narrower type before new code writes larger values.");
            }
        }
        var (wasNullable, isNullable) = (old.Flag("isNullable") ?? false, operation.Flag("isNullable") ?? false);
        if (wasNullable && !isNullable)
        {
            yield return operation.Found(
                RuleIds.NullForbidden, Severity.Error, operation.Name,
                $"{operation.FullTable}.{operation.Name} must not be null any more: PostgreSQL reads the whole table while nobody can use it, fails on the first null, and code that writes nulls fails from then on (23502)",
                "Fill the nulls in a backfill; ADD CONSTRAINT … CHECK (… IS NOT NULL) NOT VALID; VALIDATE it in a migration of its own; then SET NOT NULL, which believes the check.");
        }
        else if (!wasNullable && isNullable)
        {
            yield return operation.Found(
                RuleIds.NullAllowed, Severity.Error, operation.Name,
                $"{operation.FullTable}.{operation.Name} may be null: code that runs reads it as never null, and fails on the first null that new code writes",
                "Release code that can read nulls first; then allow them in a migration marked as contract that names that release.");
        }
    }

    private static string? TypeOf(string? text) => text?.Replace("varchar", "character varying", StringComparison.Ordinal);

    private static string Bare(string type) => type.Split('(')[0];

    private static bool IsText(string type) => Bare(type) is "text" or "character varying";

    private static int Length(string type) => Digits.Match(type) is { Success: true } match ? int.Parse(match.Value, CultureInfo.InvariantCulture) : int.MaxValue;

    [GeneratedRegex(@"\d+", RegexOptions.CultureInvariant)]
    private static partial Regex Digits { get; }
}
