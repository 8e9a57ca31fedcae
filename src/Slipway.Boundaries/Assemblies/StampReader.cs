using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Slipway.Machine.Programs;

namespace Slipway.Boundaries.Assemblies;

/// <summary>Reads the stamp that the build puts into every assembly, out of the file's metadata: nothing of it is loaded or run.</summary>
public static class StampReader
{
    private const string Key = "Slipway.Unit";

    /// <returns>Null for what is no assembly of .NET.</returns>
    public static Stamp? Read(string file)
    {
        try
        {
            if (!File.Exists(file)) return null;
            using var stream = File.OpenRead(file);
            return Read(stream);
        }
        catch (Exception failure) when (failure is BadImageFormatException or IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The stamp of an assembly inside a program that is one file.</summary>
    internal static Stamp? Read(SingleFileEntry entry)
    {
        try
        {
            using var stream = new MemoryStream(entry.ReadBytes());
            return Read(stream);
        }
        catch (Exception failure) when (failure is BadImageFormatException or IOException or InvalidOperationException)
        {
            return null;
        }
    }

    private static Stamp? Read(Stream stream)
    {
        using var image = new PEReader(stream);
        if (!image.HasMetadata) return null;
        var reader = image.GetMetadataReader();
        return reader.IsAssembly ? new(reader.GetString(reader.GetAssemblyDefinition().Name), UnitOf(reader)) : null;
    }

    private static string? UnitOf(MetadataReader reader)
    {
        foreach (var handle in reader.GetAssemblyDefinition().GetCustomAttributes())
        {
            var attribute = reader.GetCustomAttribute(handle);
            if (!IsMetadataAttribute(reader, attribute)) continue;
            var blob = reader.GetBlobReader(attribute.Value);
            if (blob.Length < 2 || blob.ReadUInt16() != 1) continue;
            if (blob.ReadSerializedString() == Key) return blob.ReadSerializedString();
        }
        return null;
    }

    private static bool IsMetadataAttribute(MetadataReader reader, CustomAttribute attribute)
    {
        if (attribute.Constructor.Kind != HandleKind.MemberReference) return false;
        var parent = reader.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent;
        return parent.Kind == HandleKind.TypeReference
            && reader.GetString(reader.GetTypeReference((TypeReferenceHandle)parent).Name) == "AssemblyMetadataAttribute";
    }
}
