using System.ComponentModel.DataAnnotations;

namespace Assistant.Limits;

/// <summary>How many questions are taken. Section <c>Limits</c> of the configuration.</summary>
internal sealed class LimitOptions
{
    public const string Section = "Limits";

    /// <summary>From one client's address. Default 20.</summary>
    [Range(1, 10_000)]
    public int QuestionsPerMinute { get; init; } = 20;

    /// <summary>At the same time, from everybody. Default 32.</summary>
    [Range(1, 1_000)]
    public int AtOnce { get; init; } = 32;
}
