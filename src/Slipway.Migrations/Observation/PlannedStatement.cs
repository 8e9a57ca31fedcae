namespace Slipway.Migrations.Observation;

/// <summary>A statement of a migration, before it runs.</summary>
/// <param name="Number">Counted from 1.</param>
/// <param name="Text">As it is sent.</param>
/// <param name="Line">In its file, counted from 1; 0 where it has none.</param>
/// <param name="InTransaction">Whether it runs in the transaction that whoever runs the migration opens.</param>
internal sealed record PlannedStatement(int Number, string Text, int Line, bool InTransaction);
