using Slipway.Model.Stages;
using Slipway.Security.Compile;

namespace Slipway.Pipeline.Stages.DotNet;

/// <summary>Which stage a message of the one compile belongs to, told by its id.</summary>
internal static class FindingKind
{
    public static StageName StageOf(string id) => id switch
    {
        _ when id.StartsWith("SLW4", StringComparison.Ordinal) || SecurityFindings.Contains(id) => StageName.Security,
        _ when id.StartsWith("SLW", StringComparison.Ordinal) => StageName.Boundaries,
        // NuGet's audit: the security stage asks for itself and says so when nobody answers.
        _ when id.StartsWith("NU19", StringComparison.Ordinal) => StageName.Security,
        _ when IsCompiler(id) => StageName.Typecheck,
        _ => StageName.Lint,
    };

    private static bool IsCompiler(string id) =>
        id.StartsWith("CS", StringComparison.Ordinal)
        || id.StartsWith("MSB", StringComparison.Ordinal)
        || id.StartsWith("NETSDK", StringComparison.Ordinal)
        || id.StartsWith("NU", StringComparison.Ordinal)
        || id.StartsWith("AD0001", StringComparison.Ordinal);
}
