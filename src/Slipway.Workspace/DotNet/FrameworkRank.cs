using System.Globalization;

namespace Slipway.Workspace.DotNet;

/// <summary>Orders target frameworks: .NET after .NET Standard after .NET Framework, newer after older.</summary>
internal static class FrameworkRank
{
    public static (int Family, double Version) Of(string framework)
    {
        var start = framework.AsSpan().IndexOfAnyInRange('0', '9');
        if (start < 0) return (0, 0);
        var digits = framework[start..].Split('-')[0];
        var family = framework[..start] switch
        {
            "netstandard" => 2,
            "netcoreapp" => 3,
            "net" when digits.Contains('.', StringComparison.Ordinal) => 4,
            _ => 1,
        };
        return double.TryParse(digits, CultureInfo.InvariantCulture, out var version) ? (family, version) : (family, 0);
    }
}
