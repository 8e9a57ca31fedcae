using Microsoft.CodeAnalysis;

namespace Slipway.Analyzers.Units;

/// <summary>Reads the stamp that the package's targets compile into every assembly of a unit.</summary>
internal static class UnitStamp
{
    /// <summary>The key of the <c>AssemblyMetadata</c> attribute.</summary>
    public const string Key = "Slipway.Unit";

    /// <summary>Every unit that an assembly is stamped with; a second stamp, added by hand, hides the first from nobody.</summary>
    public static IEnumerable<UnitIdentity> Of(IAssemblySymbol assembly)
    {
        foreach (var attribute in assembly.GetAttributes())
        {
            if (attribute.AttributeClass?.Name is not "AssemblyMetadataAttribute") continue;
            var arguments = attribute.ConstructorArguments;
            if (arguments.Length != 2 || arguments[0].Value is not Key) continue;
            if (UnitIdentity.From(arguments[1].Value as string) is { } unit) yield return unit;
        }
    }
}
