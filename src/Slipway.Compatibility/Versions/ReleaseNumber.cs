using System.Globalization;

namespace Slipway.Compatibility.Versions;

/// <summary>The three numbers of a version, in semantic versioning's sense.</summary>
/// <param name="Major">Moves with a break.</param>
/// <param name="Minor">Moves with an addition; before 1.0.0 with a break.</param>
/// <param name="Patch">Moves with everything else.</param>
public readonly record struct ReleaseNumber(int Major, int Minor, int Patch) : IComparable<ReleaseNumber>
{
    /// <summary>Reads <c>1.4.2</c> and the numbers of <c>1.4.3-dev.g0123456789ab</c>.</summary>
    public static bool TryParse(string? text, out ReleaseNumber number)
    {
        number = default;
        if (text is null) return false;
        var parts = text.Split('-', '+')[0].Split('.');
        if (parts.Length != 3 || !TryPart(parts[0], out var major) || !TryPart(parts[1], out var minor) || !TryPart(parts[2], out var patch)) return false;
        number = new(major, minor, patch);
        return true;
    }

    /// <summary>The version that is right after this one for a change of that reach. Before 1.0.0 a break moves the second number.</summary>
    public ReleaseNumber After(Reach reach) => (reach, Major) switch
    {
        (Reach.Break, 0) => new(0, Minor + 1, 0),
        (Reach.Break, _) => new(Major + 1, 0, 0),
        (Reach.Addition, > 0) => new(Major, Minor + 1, 0),
        _ => new(Major, Minor, Patch + 1),
    };

    /// <summary>Whether a release of this number may break what that of the other promised.</summary>
    public bool MayBreak(ReleaseNumber released) => CompareTo(released.After(Reach.Break)) >= 0;

    public int CompareTo(ReleaseNumber other) => (Major, Minor, Patch).CompareTo((other.Major, other.Minor, other.Patch));

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Major}.{Minor}.{Patch}");

    public static bool operator <(ReleaseNumber left, ReleaseNumber right) => left.CompareTo(right) < 0;

    public static bool operator >(ReleaseNumber left, ReleaseNumber right) => left.CompareTo(right) > 0;

    public static bool operator <=(ReleaseNumber left, ReleaseNumber right) => left.CompareTo(right) <= 0;

    public static bool operator >=(ReleaseNumber left, ReleaseNumber right) => left.CompareTo(right) >= 0;

    private static bool TryPart(string text, out int value) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
}
