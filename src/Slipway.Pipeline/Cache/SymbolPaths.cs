using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;

namespace Slipway.Pipeline.Cache;

/// <summary>
/// The source files that symbols name, as text: portable symbols keep a path in pieces, and an assembly may hold its symbols compressed, so
/// that no search through the bytes finds it.
/// </summary>
internal static class SymbolPaths
{
    /// <returns>One a line; nothing for what holds no symbols.</returns>
    public static byte[] In(string path, byte[] bytes)
    {
        try
        {
            return Path.GetExtension(path).ToLowerInvariant() switch
            {
                ".pdb" => Documents(MetadataReaderProvider.FromPortablePdbImage([.. bytes])),
                ".dll" or ".exe" => Embedded([.. bytes]),
                _ => [],
            };
        }
        catch (BadImageFormatException)
        {
            // Symbols of Windows, or a native program: those keep paths whole.
            return [];
        }
    }

    private static byte[] Embedded(ImmutableArray<byte> bytes)
    {
        using var image = new PEReader(bytes);
        var embedded = image.ReadDebugDirectory().FirstOrDefault(entry => entry.Type == DebugDirectoryEntryType.EmbeddedPortablePdb);
        return embedded.DataSize == 0 ? [] : Documents(image.ReadEmbeddedPortablePdbDebugDirectoryData(embedded));
    }

    private static byte[] Documents(MetadataReaderProvider symbols)
    {
        using (symbols)
        {
            var reader = symbols.GetMetadataReader();
            return Encoding.UTF8.GetBytes(string.Join('\n', reader.Documents.Select(document => reader.GetString(reader.GetDocument(document).Name))));
        }
    }
}
