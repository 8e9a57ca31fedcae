namespace Slipway.Migrations.Runner.Database;

/// <summary>A failure while the database was being moved, with all that it takes to find it.</summary>
internal sealed class MigrationFailedException(Exception cause) : Exception(cause.Message, cause)
{
    public required string? Migration { get; init; }

    public required string? Statement { get; init; }

    /// <summary>Whether nothing of the migration is left. False if one of its statements runs outside the transaction.</summary>
    public required bool RolledBack { get; init; }
}
