namespace Slipway.Model.Units;

/// <summary>A test that is declared to fail now and then, and may be run again until it is mended or the declaration ends.</summary>
/// <param name="Test">Its full name, or the name without a theory's arguments; <c>*</c> stands for any text.</param>
/// <param name="Retries">How often it may be run again, 1 to 5.</param>
/// <param name="Reason">Why it is not mended yet.</param>
/// <param name="Until">The last day on which it may be run again.</param>
public sealed record FlakyTest(string Test, int Retries, string Reason, DateOnly Until);
