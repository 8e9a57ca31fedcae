namespace Slipway.Migrations.Runner.Tests;

/// <summary>
/// How often a test of what may go wrong by chance is repeated: a few times in the routine, in full when SLIPWAY_MIGRATION_ROUNDS=full says so.
/// </summary>
internal static class Rounds
{
    public static int Of(int routine, int full) =>
        Environment.GetEnvironmentVariable("SLIPWAY_MIGRATION_ROUNDS") == "full" ? full : routine;
}
