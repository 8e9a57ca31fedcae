using System.Reflection;
using Microsoft.EntityFrameworkCore;

namespace Slipway.Migrations.Runner;

/// <summary>What the service is called whose migrations a bundle brings.</summary>
internal static class ServiceName
{
    // Slipway.Analyzers compiles it into what lies in a unit's folder; what lies beside the units is stamped as outside.
    private const string Stamp = "Slipway.Unit";
    private const string Outside = "outside/";

    /// <returns>The unit that the context's assembly is stamped with, such as <c>services/catalog</c>; without a stamp the assembly's name.</returns>
    public static string Of(DbContext context)
    {
        var assembly = context.GetType().Assembly;
        return assembly.GetCustomAttributes<AssemblyMetadataAttribute>().FirstOrDefault(attribute => attribute.Key == Stamp)?.Value is { } unit
            && !unit.StartsWith(Outside, StringComparison.Ordinal)
                ? unit
                : assembly.GetName().Name!;
    }
}
