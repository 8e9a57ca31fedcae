using Slipway.Migrations.Observation;
using Slipway.Model.Stages;

namespace Slipway.Migrations.Rules;

/// <summary>MIG106: a column of another type whose values code that runs may meet only later.</summary>
internal sealed class WidenedTypeRule : IRule
{
    private static readonly string[] _texts = ["text", "character varying", "character"];
    private static readonly string[] _numbers = ["smallint", "integer", "bigint", "numeric"];

    public IEnumerable<MigrationFinding> Check(MigrationRecord record, Circumstances circumstances) =>
        from kept in record.KeptColumns()
        where kept.Old.TypeId != kept.New.TypeId
        let work = kept.Seen.Rewrote(kept.Table.Oid)
        where work ? Widens(Bare(kept.Old.Type), Bare(kept.New.Type)) : !(_texts.Contains(Bare(kept.Old.Type)) && _texts.Contains(Bare(kept.New.Type)))
        select circumstances.Found(
            record, kept.Seen, RuleIds.TypeWidened, Severity.Warning, kept.Table, kept.Old.Name,
            $"{kept.Table.FullName}.{kept.Old.Name} holds {kept.New.Type} instead of {kept.Old.Type}: code that runs reads it only as long as the values fit",
            "See that no live release reads the column into a narrower type before new code writes larger values.");

    private static bool Widens(string from, string to) => Array.IndexOf(_numbers, from) is >= 0 and var narrow && Array.IndexOf(_numbers, to) > narrow;

    private static string Bare(string type) => type.IndexOf('(', StringComparison.Ordinal) is > 0 and var bracket ? type[..bracket] : type;
}
