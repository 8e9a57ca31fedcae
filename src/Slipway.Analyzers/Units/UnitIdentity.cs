namespace Slipway.Analyzers.Units;

/// <summary>Who owns an assembly: <c>services/catalog</c>, <c>apps/storefront</c> or <c>packages/contracts</c>.</summary>
internal sealed class UnitIdentity : IEquatable<UnitIdentity>
{
    private readonly string _text;

    private UnitIdentity(string text) => _text = text;

    /// <summary>Packages are made to be shared; services and apps are not.</summary>
    public bool IsPackage => IsOf("packages");

    public bool IsApp => IsOf("apps");

    /// <summary>Code beside the units, such as <c>outside/tests</c>: it may see every unit, and no unit may see it.</summary>
    public bool IsOutside => IsOf("outside");

    /// <summary>The part after the kind.</summary>
    public string Name => _text.Substring(_text.IndexOf('/') + 1);

    /// <summary>Null when the text names no unit: an assembly from elsewhere.</summary>
    public static UnitIdentity? From(string? text) => text?.Trim() is { Length: > 0 } trimmed && trimmed.IndexOf('/') > 0 ? new(trimmed) : null;

    // Whole identities, never prefixes: orders is not ordersarchive. File systems differ in case; identities do not.
    public bool Equals(UnitIdentity? other) => string.Equals(_text, other?._text, StringComparison.OrdinalIgnoreCase);

    public override bool Equals(object? obj) => Equals(obj as UnitIdentity);

    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(_text);

    public override string ToString() => _text;

    private bool IsOf(string kind) => _text.StartsWith(kind + "/", StringComparison.OrdinalIgnoreCase);
}
