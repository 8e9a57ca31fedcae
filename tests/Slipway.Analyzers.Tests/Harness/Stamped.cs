namespace Slipway.Analyzers.Tests.Harness;

/// <summary>Source of assemblies that carry stamps.</summary>
internal static class Stamped
{
    public static string As(string unit, string source, string? exposes = null, string? visibleTo = null) =>
        Attribute("Unit", unit) + Attribute("Exposes", exposes) + Attribute("VisibleTo", visibleTo) + source;

    public static string Attribute(string key, string? value) =>
        value is null ? "" : $"[assembly: System.Reflection.AssemblyMetadata(\"Slipway.{key}\", \"{value}\")]\n";
}
