namespace Slipway.Migrations.Runner.Database;

/// <summary>Where a run is: the migration that it moves and the statement that it runs. It is what a failure names.</summary>
internal sealed class Position
{
    public string? Migration { get; set; }

    /// <summary>Whether the migration is being taken back.</summary>
    public bool Reverting { get; set; }

    public string? Statement { get; set; }
}
