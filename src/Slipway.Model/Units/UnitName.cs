using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Slipway.Model.Units;

/// <summary>A unit's name as its folder spells it. Two names that differ only in case are the same name.</summary>
public sealed partial record UnitName : IComparable<UnitName>
{
    private readonly string _text;

    private UnitName(string text) => _text = text;

    /// <summary>The form that file names, OCI repositories and tags use.</summary>
    public string Lower => ToString().ToLowerInvariant();

    public static UnitName Parse(string text) => TryParse(text, out var name)
        ? name
        : throw new FormatException($"'{text}' is not a unit name; expected {Grammar}.");

    /// <summary>The grammar in words, for messages.</summary>
    public static string Grammar => "a letter, then at most 62 letters, digits, dots, underscores or hyphens";

    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out UnitName? name)
    {
        name = null;
        if (text is null || !Pattern.IsMatch(text)) return false;
        name = new(text);
        return true;
    }

    public bool Equals(UnitName? other) => string.Equals(_text, other?._text, StringComparison.OrdinalIgnoreCase);

    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(_text);

    public int CompareTo(UnitName? other) => string.Compare(_text, other?._text, StringComparison.OrdinalIgnoreCase);

    public override string ToString() => _text;

    public static bool operator <(UnitName left, UnitName right) => left.CompareTo(right) < 0;

    public static bool operator >(UnitName left, UnitName right) => left.CompareTo(right) > 0;

    public static bool operator <=(UnitName left, UnitName right) => left.CompareTo(right) <= 0;

    public static bool operator >=(UnitName left, UnitName right) => left.CompareTo(right) >= 0;

    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9._-]{0,62}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern { get; }
}
