using System.Reflection;
using System.Reflection.Emit;

namespace Slipway.Boundaries.Tests.Harness;

/// <summary>An empty assembly, stamped or not.</summary>
internal static class SampleAssembly
{
    public static byte[] Of(string name, string? unit)
    {
        var attributes = unit is null ? [] : new[]
        {
            new CustomAttributeBuilder(typeof(AssemblyMetadataAttribute).GetConstructor([typeof(string), typeof(string)])!, ["Other", "value"]),
            new CustomAttributeBuilder(typeof(AssemblyMetadataAttribute).GetConstructor([typeof(string), typeof(string)])!, ["Slipway.Unit", unit]),
        };
        var assembly = new PersistedAssemblyBuilder(new AssemblyName(name), typeof(object).Assembly, attributes);
        assembly.DefineDynamicModule(name);
        using var stream = new MemoryStream();
        assembly.Save(stream);
        return stream.ToArray();
    }
}
