namespace Slipway.Analyzers.Units;

/// <summary>An item of a project whose file lies outside the project's folder.</summary>
/// <param name="kind">The item's type, such as <c>Content</c>.</param>
/// <param name="path">Absolute.</param>
/// <param name="unit">The unit in whose folder the file lies.</param>
internal sealed class FarItem(string kind, string path, UnitIdentity? unit)
{
    public string Kind { get; } = kind;

    public string Path { get; } = path;

    public UnitIdentity? Unit { get; } = unit;
}
