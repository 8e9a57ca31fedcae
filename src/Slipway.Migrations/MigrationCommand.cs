namespace Slipway.Migrations;

/// <summary>A text of SQL that a migration runs, with one statement or several.</summary>
/// <param name="Sql">As it is sent.</param>
/// <param name="SuppressTransaction">Whether it runs outside of the migration's transaction.</param>
/// <param name="Line">Where it begins in its file, counted from 1; 0 where it has none.</param>
public sealed record MigrationCommand(string Sql, bool SuppressTransaction = false, int Line = 0);
