using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Slipway.Analyzers.Tests.Packages;

/// <summary>Makes an analyzer one that was built for a compiler that nobody has yet: its references to the compiler's assemblies ask for version 99.</summary>
internal static class NewerCompiler
{
    private const byte Version = 99;

    public static void Ask(string assembly)
    {
        var bytes = File.ReadAllBytes(assembly);
        foreach (var offset in Offsets(bytes)) bytes[offset] = Version;
        File.WriteAllBytes(assembly, bytes);
    }

    // The row of a reference begins with the major version, two bytes, the lower one first.
    private static List<int> Offsets(byte[] bytes)
    {
        using var image = new PEReader(new MemoryStream(bytes));
        var reader = image.GetMetadataReader();
        var table = image.PEHeaders.MetadataStartOffset + reader.GetTableMetadataOffset(TableIndex.AssemblyRef);
        var rows = reader.AssemblyReferences
            .Where(handle => reader.GetString(reader.GetAssemblyReference(handle).Name).StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal))
            .Select(handle => table + ((MetadataTokens.GetRowNumber(handle) - 1) * reader.GetTableRowSize(TableIndex.AssemblyRef)))
            .ToList();
        Assert.NotEmpty(rows);
        return rows;
    }
}
