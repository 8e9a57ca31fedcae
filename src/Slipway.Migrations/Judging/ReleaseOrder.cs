using System.Text.RegularExpressions;

namespace Slipway.Migrations.Judging;

/// <summary>Releases in order: <c>1.4.0</c>, <c>v1.4.0</c>, <c>catalog/v1.4.0</c>; what comes before a release is smaller than it.</summary>
internal sealed partial record ReleaseOrder(Version Number, string Before) : IComparable<ReleaseOrder>
{
    public static ReleaseOrder? Of(string? text) => text is not null && Shape.Match(text) is { Success: true } match && Version.TryParse(match.Groups["number"].Value, out var number)
        ? new(number, match.Groups["before"].Value)
        : null;

    public int CompareTo(ReleaseOrder? other) => other is null ? 1 : Number.CompareTo(other.Number) is not 0 and var order ? order : (Before, other.Before) switch
    {
        ("", "") => 0,
        ("", _) => 1,
        (_, "") => -1,
        _ => string.CompareOrdinal(Before, other.Before),
    };

    [GeneratedRegex(@"\A(?:.+/)?v?(?<number>\d+\.\d+\.\d+)(?:-(?<before>[0-9A-Za-z.-]+))?(?:\+.*)?\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Shape { get; }
}
