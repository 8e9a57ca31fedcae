namespace Slipway.Migrations;

/// <summary>PostgreSQL's table locks, from the weakest to the strongest. From <see cref="Share"/> on nobody else can write; with <see cref="AccessExclusive"/> nobody can read.</summary>
public enum LockLevel
{
    None,
    AccessShare,
    RowShare,
    RowExclusive,
    ShareUpdateExclusive,
    Share,
    ShareRowExclusive,
    Exclusive,
    AccessExclusive,
}
