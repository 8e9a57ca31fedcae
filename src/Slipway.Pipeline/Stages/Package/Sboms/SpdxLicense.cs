using NuGet.Packaging.Licenses;
using Slipway.Evidence.Sboms;

namespace Slipway.Pipeline.Stages.Package.Sboms;

/// <summary>Tells licences that SPDX knows from those that only have a name.</summary>
internal static class SpdxLicense
{
    public static SbomLicense Of(string text)
    {
        if (NuGetLicenseData.LicenseList.ContainsKey(text)) return new SbomLicense.Spdx(text);
        return text.Contains(' ', StringComparison.Ordinal) && LicenseExpression.IsValid(text) && Known(text)
            ? new SbomLicense.Expression(text)
            : new SbomLicense.Named(text);
    }

    private static bool Known(string expression) => expression.Split([' ', '(', ')'], StringSplitOptions.RemoveEmptyEntries)
        .Where(word => word is not ("AND" or "OR" or "WITH"))
        .All(word => NuGetLicenseData.LicenseList.ContainsKey(word.TrimEnd('+')) || NuGetLicenseData.ExceptionList.ContainsKey(word));
}
