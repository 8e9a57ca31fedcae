using Slipway.Migrations.Catalogs;
using Slipway.Migrations.Observation;

namespace Slipway.Migrations.Rules;

/// <summary>Constraints of tables that were there, whose rows were gone through while nobody could write.</summary>
internal static class ConstraintChecks
{
    public static IEnumerable<(Observed Seen, Relation Table, TableConstraint Constraint)> Of(MigrationRecord record) =>
        from kept in record.Kept()
        where kept.Seen.Before != kept.Seen.After && kept.Seen.LockOn(kept.Old.Oid) >= LockLevel.Share
        from constraint in kept.Seen.After.Constraints.Values
        where constraint.Table == kept.Old.Oid && WasGoneThrough(kept.Seen, constraint)
        // What a constraint was called before is the same constraint.
        where !kept.Seen.Before.Constraints.Values.Any(old => old.Table == constraint.Table && old.Definition == constraint.Definition && old.IsValid && old.Index == constraint.Index)
        select (kept.Seen, kept.Old, constraint);

    private static bool WasGoneThrough(Observed seen, TableConstraint constraint)
    {
        var old = seen.Before.Constraints.GetValueOrDefault((constraint.Table, constraint.Name));
        if (!constraint.HasOwnIndex) return constraint.IsValid && old is not { IsValid: true };
        if (old is not null) return false;
        // An index that was there first has done the work, but for nulls that a primary key must look for.
        return !seen.Before.Indexes.ContainsKey(constraint.Index) || constraint.Kind == 'p' && seen.Checked(constraint.Table);
    }
}
