using Microsoft.CodeAnalysis.Diagnostics;
using Slipway.Analyzers.Units;

namespace Slipway.Analyzers.Boundaries;

/// <summary>The edges that a platform tolerates for a time. Whoever writes the file leaves out those that have expired.</summary>
internal static class AllowedEdges
{
    private static readonly string[] Arrow = ["->"];

    /// <summary>The units that this one may use although the rule says no.</summary>
    public static HashSet<UnitIdentity> Of(UnitIdentity own, AnalyzerOptions options, CancellationToken cancellation)
    {
        var allowed = new HashSet<UnitIdentity>();
        if (!options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue("build_property.SlipwayAllowedEdges", out var path)) return allowed;
        var text = options.AdditionalFiles.FirstOrDefault(file => file.Path == path)?.GetText(cancellation);
        foreach (var line in text?.Lines ?? Enumerable.Empty<Microsoft.CodeAnalysis.Text.TextLine>())
        {
            var ends = line.ToString().Split(Arrow, StringSplitOptions.None);
            if (ends.Length == 2 && own.Equals(UnitIdentity.From(ends[0])) && UnitIdentity.From(ends[1]) is { } to) allowed.Add(to);
        }
        return allowed;
    }
}
