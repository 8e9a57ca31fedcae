using Slipway.Model.Problems;

namespace Slipway.Evidence.Sboms;

/// <summary>What is wrong with an SBOM beyond what CycloneDX's own schema sees.</summary>
public static class SbomFaults
{
    /// <returns>Everything that is wrong, each under one code; empty for an SBOM that may be written.</returns>
    public static IEnumerable<Problem> Of(Sbom sbom) => Faults([.. sbom.All]).Select(fault => new Problem
    {
        Code = Codes.SbomFault,
        Message = $"The SBOM of {sbom.Subject.Name} is wrong: {fault}.",
        File = "sbom.cdx.json",
        Mend = "Mend what the component's own package or lock file says; where that is right, this is a fault of Slipway's.",
    });

    private static IEnumerable<string> Faults(IReadOnlyList<SbomComponent> components)
    {
        var known = components.Select(component => component.Reference).ToHashSet(StringComparer.Ordinal);
        foreach (var twice in components.GroupBy(component => component.Reference, StringComparer.Ordinal).Where(same => same.Count() > 1))
            yield return $"'{twice.Key}' names {twice.Count()} components";
        foreach (var component in components)
        {
            foreach (var missing in component.DependsOn.Where(needed => !known.Contains(needed)))
                yield return $"'{component.Reference}' depends on '{missing}', which is not in it";
            if (component.Purl is { } purl && !PackageUrl.IsValid(purl)) yield return $"'{purl}' is no package URL";
            if (component.License is SbomLicense.Expression(var text) && !LicenseExpression.IsValid(text))
                yield return $"'{component.Reference}' has the licence '{text}', which is no SPDX expression";
        }
    }
}
