namespace Slipway.Frosting.Keys;

/// <summary>A key to trust, as the command line has it.</summary>
internal sealed record NewTrust
{
    public required string Key { get; init; }

    public string? Builder { get; init; }

    public string? Attests { get; init; }

    public string? NotBefore { get; init; }

    public string? NotAfter { get; init; }

    public string? Replaces { get; init; }
}
