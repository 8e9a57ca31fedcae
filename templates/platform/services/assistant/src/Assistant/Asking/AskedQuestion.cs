using System.ComponentModel.DataAnnotations;

namespace Assistant.Asking;

/// <summary>What a customer asks.</summary>
public sealed record AskedQuestion
{
    public const int MaxLength = 500;

    public const int MaxProducts = 5;

    /// <summary>In the customer's own words and language.</summary>
    [Required, StringLength(MaxLength, MinimumLength = 1)]
    public string Question { get; init; } = "";

    /// <summary>The products that the customer is looking at, such as the one whose page is open; at most 5.</summary>
    [MaxLength(MaxProducts)]
    public IReadOnlyList<Guid> ProductIds { get; init; } = [];
}
