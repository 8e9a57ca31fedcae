using System.Globalization;
using System.Text.RegularExpressions;

namespace Slipway.Machine.Yaml;

/// <summary>One value. What it means unquoted follows YAML 1.2's core schema: <c>yes</c> is a text, <c>1.10</c> a number.</summary>
public sealed partial class YamlScalar : YamlNode
{
    private readonly bool _plain;

    internal YamlScalar(string text, bool plain, YamlPlace place)
        : base(place) => (Text, _plain) = (text, plain);

    /// <summary>The value as written, quotes and escapes resolved.</summary>
    public string Text { get; }

    public bool IsNull => _plain && Text is ("" or "~" or "null" or "Null" or "NULL");

    public bool IsBool => _plain && Text is ("true" or "True" or "TRUE" or "false" or "False" or "FALSE");

    public bool IsNumber => _plain && Number.IsMatch(Text);

    /// <summary>Whether it is a text: quoted, or nothing else.</summary>
    public bool IsString => !IsNull && !IsBool && !IsNumber;

    public override string Kind => this switch
    {
        { IsNull: true } => "empty",
        { IsBool: true } => $"the truth value {Text}",
        { IsNumber: true } => $"the number {Text}",
        _ => $"the text '{(Text.Length > 60 ? Text[..57] + "..." : Text)}'",
    };

    /// <summary>The text, or null and a problem.</summary>
    public string? AsString(string what)
    {
        if (IsString) return Text;
        ReportType(what, "a text", IsNull ? "write a value behind the colon, or remove the key" : $"put it in quotes: '{Text}'");
        return null;
    }

    public bool? AsBool(string what)
    {
        if (IsBool) return char.ToLowerInvariant(Text[0]) == 't';
        var meant = Text.ToLowerInvariant() switch { "yes" or "on" or "y" => "true", "no" or "off" or "n" => "false", _ => null };
        ReportType(what, "true or false", meant is null ? null : $"write {meant}");
        return null;
    }

    /// <summary>A whole number between two bounds, both allowed.</summary>
    public int? AsInt(string what, int least = int.MinValue, int most = int.MaxValue)
    {
        if (!IsNumber || !int.TryParse(Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value))
        {
            ReportType(what, "a whole number");
            return null;
        }
        if (value >= least && value <= most) return value;
        Report(YamlCodes.NotAllowed, $"{what} must lie between {least} and {most}, but is {value}.", $"write a number between {least} and {most}");
        return null;
    }

    public double? AsNumber(string what)
    {
        if (IsNumber && double.TryParse(Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value))
            return value;
        ReportType(what, "a number");
        return null;
    }

    /// <summary>A day, written <c>2026-12-31</c>.</summary>
    public DateOnly? AsDate(string what)
    {
        if (DateOnly.TryParseExact(Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var value)) return value;
        ReportType(what, "a date as 2026-12-31");
        return null;
    }

    [GeneratedRegex(
        @"\A([-+]?(0o[0-7]+|0x[0-9a-fA-F]+|(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|\.(inf|Inf|INF))|\.(nan|NaN|NAN))\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex Number { get; }
}
