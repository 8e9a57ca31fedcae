using Slipway.Model.Platforms;

namespace Slipway.Pipeline.Stages.Boundaries;

/// <summary>The allowances between units whose day has passed: no file changes on that day, and yet the verdict does.</summary>
internal static class ExpiredEdges
{
    public static string Of(Platform platform)
    {
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        return string.Join('\n', from unit in platform.Units from edge in unit.AllowedEdges where edge.Until < today select $"{unit.Id} -> {edge.To} has expired");
    }
}
