namespace Slipway.Migrations;

/// <summary>What one statement did, in short, for reports.</summary>
/// <param name="Migration">The id.</param>
/// <param name="Number">Which one of its migration, counted from 1.</param>
/// <param name="Statement">As it was sent.</param>
/// <param name="Lock">The strongest lock on a table that was there before the migration.</param>
/// <param name="Table">That table; null where there was no lock on any.</param>
/// <param name="Rewrite">Whether it wrote a table anew that was there before.</param>
/// <param name="Scan">Whether it read a table whole to check it.</param>
public sealed record StatementEffect(string Migration, int Number, string Statement, LockLevel Lock, string? Table, bool Rewrite, bool Scan);
