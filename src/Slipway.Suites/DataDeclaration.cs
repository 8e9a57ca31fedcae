namespace Slipway.Suites;

/// <summary>What a suite says of its data.</summary>
public sealed record DataDeclaration
{
    public required DataClass Class { get; init; }

    public string? Origin { get; init; }

    public string? License { get; init; }

    /// <summary>Who looked at it; always given for <see cref="DataClass.Deidentified"/>.</summary>
    public string? ReviewedBy { get; init; }

    /// <summary><c>safe-harbor</c> or <c>expert-determination</c>; always given for <see cref="DataClass.Deidentified"/>.</summary>
    public string? Method { get; init; }
}
