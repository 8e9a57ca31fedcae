using Microsoft.CodeAnalysis;

namespace Slipway.Analyzers.Units;

/// <summary>Reads the stamps that the package's targets compile into every assembly of a unit.</summary>
internal static class UnitStamp
{
    /// <summary>The key of the attribute that names the unit.</summary>
    public const string Unit = "Slipway.Unit";

    /// <summary>The key of the attribute that says what others may use: <c>*</c>, or namespaces with blanks between them.</summary>
    public const string Exposes = "Slipway.Exposes";

    /// <summary>The key of the attribute that names those who may use it, blanks between them; without it everybody may.</summary>
    public const string VisibleTo = "Slipway.VisibleTo";

    private static readonly char[] Blank = [' '];

    /// <summary>Every unit that an assembly is stamped with; a second stamp, added by hand, hides the first from nobody.</summary>
    public static IEnumerable<UnitIdentity> Of(IAssemblySymbol assembly) =>
        Values(assembly, Unit).Select(UnitIdentity.From).OfType<UnitIdentity>();

    public static IEnumerable<string> ExposedBy(IAssemblySymbol assembly) => Words(assembly, Exposes);

    public static IEnumerable<string> SeenBy(IAssemblySymbol assembly) => Words(assembly, VisibleTo);

    /// <summary>The values of one key, as attributes say them.</summary>
    public static IEnumerable<string?> Values(IAssemblySymbol assembly, string key) =>
        from attribute in assembly.GetAttributes()
        where attribute.AttributeClass?.Name is "AssemblyMetadataAttribute"
        let arguments = attribute.ConstructorArguments
        where arguments.Length == 2 && arguments[0].Value as string == key
        select arguments[1].Value as string;

    private static IEnumerable<string> Words(IAssemblySymbol assembly, string key) =>
        Values(assembly, key).SelectMany(value => (value ?? "").Split(Blank, StringSplitOptions.RemoveEmptyEntries));
}
