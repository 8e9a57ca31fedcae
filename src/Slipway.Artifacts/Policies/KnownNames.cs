using Slipway.Machine.Yaml;
using Slipway.Model.Problems;
using Slipway.Model.Stages;

namespace Slipway.Artifacts.Policies;

/// <summary>
/// The names that gates and counts have. A platform may add stages of its own, so that others are taken; but one that is a letter away from these
/// is a slip, and a demand for what does not exist would look like one that was not met.
/// </summary>
internal static class KnownNames
{
    public static readonly string[] Gates =
    [
        .. new[]
        {
            StageName.Typecheck, StageName.Lint, StageName.Boundaries, StageName.Unit, StageName.Migrations, StageName.Integration,
            StageName.Evaluate, StageName.Security,
        }.Select(gate => gate.ToString()),
    ];

    public static readonly string[] Attested = ["provenance", "sbom", .. Gates];

    public static readonly string[] Counts = ["passed", "failed", "skipped", "flaky", "findings", "edges", "projects", "files", "packages", "rules"];

    public static readonly string[] Builders = ["local", "ci"];

    /// <summary>Reports a name that is none of the known ones and was probably meant to be one.</summary>
    /// <param name="place">Where it stands.</param>
    /// <param name="name">The name.</param>
    /// <param name="known">Those that Slipway knows.</param>
    /// <param name="what">What they are the names of: <c>gate</c>.</param>
    /// <returns>Whether it was one.</returns>
    public static bool ReportSlip(YamlNode place, string name, string[] known, string what)
    {
        if (known.Contains(name) || Spelling.Nearest(name, known) is not { } near) return false;
        place.Report(YamlCodes.NotAllowed, $"'{name}' is no {what} that Slipway has, and one letter or two away from one.", $"did you mean '{near}'? A {what} of your own needs another name.");
        return true;
    }
}
