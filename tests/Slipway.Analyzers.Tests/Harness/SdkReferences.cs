using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace Slipway.Analyzers.Tests.Harness;

/// <summary>The reference assemblies that lie beside the SDK; the testing library would fetch its own from the network.</summary>
internal static class SdkReferences
{
    public static ReferenceAssemblies None { get; } = new("net10.0");

    public static ImmutableArray<MetadataReference> All { get; } = [.. Files().Select(file => MetadataReference.CreateFromFile(file))];

    private static string[] Files()
    {
        var shared = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var packs = Path.GetFullPath(Path.Combine(shared, "../../../packs/Microsoft.NETCore.App.Ref"));
        var newest = Directory.GetDirectories(packs).OrderByDescending(folder => Version.Parse(Path.GetFileName(folder))).First();
        return Directory.GetFiles(Path.Combine(newest, "ref/net10.0"), "*.dll");
    }
}
