namespace Slipway.Analyzers.Units;

/// <summary>A reference that comes neither with .NET nor in a package.</summary>
/// <param name="path">The assembly.</param>
/// <param name="origin">The project that it was built from; the assembly again where none is known.</param>
/// <param name="unit">The unit in whose folder the origin lies.</param>
internal sealed class BuiltReference(string path, string origin, UnitIdentity? unit)
{
    public string Path { get; } = path;

    public string Origin { get; } = origin;

    /// <summary>Whether the project that it was built from is known.</summary>
    public bool IsBuilt => Origin != Path;

    public UnitIdentity? Unit { get; } = unit;
}
