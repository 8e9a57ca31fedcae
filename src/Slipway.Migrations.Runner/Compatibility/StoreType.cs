using System.Globalization;
using System.Text.RegularExpressions;

namespace Slipway.Migrations.Runner.Compatibility;

/// <summary>A type of PostgreSQL with its length or precision, under the name that the catalog gives it.</summary>
internal sealed partial record StoreType(string Name, int? Length, int? Scale)
{
    private static readonly Dictionary<string, string> _aliases = new(StringComparer.Ordinal)
    {
        ["varchar"] = "character varying", ["char"] = "character", ["bpchar"] = "character",
        ["int"] = "integer", ["int4"] = "integer", ["int8"] = "bigint", ["int2"] = "smallint",
        ["serial"] = "integer", ["bigserial"] = "bigint", ["smallserial"] = "smallint",
        ["decimal"] = "numeric", ["bool"] = "boolean", ["float8"] = "double precision", ["float4"] = "real",
        ["timestamptz"] = "timestamp with time zone", ["timestamp"] = "timestamp without time zone",
        ["timetz"] = "time with time zone", ["time"] = "time without time zone",
    };

    private bool IsText => Name is "text" or "character varying" or "character" or "citext";

    public static StoreType Parse(string text)
    {
        var match = Shape().Match(text.Trim());
        var array = match.Groups["array"].Value;
        var words = $"{match.Groups["name"].Value.Trim()} {match.Groups["rest"].Value.Trim()}".Trim();
        var bare = words.StartsWith("public.", StringComparison.Ordinal) ? words["public.".Length..] : words;
        var plain = bare.Contains('"', StringComparison.Ordinal) ? bare.Replace("\"", "", StringComparison.Ordinal) : bare;
        return new(_aliases.GetValueOrDefault(plain, plain) + array, Number(match.Groups["length"]), Number(match.Groups["scale"]));
    }

    /// <summary>Whether code that was written for this type can read every value of the other, and write every value of its own into it.</summary>
    public bool GoesWith(StoreType actual)
    {
        if (this == actual) return true;
        if (IsText && actual.IsText) return actual.Length is null || Length <= actual.Length;
        if (Name != actual.Name) return false;
        return Name == "numeric"
            ? actual.Length is null || (Length - (Scale ?? 0) <= actual.Length - (actual.Scale ?? 0) && (Scale ?? 0) <= (actual.Scale ?? 0))
            : actual.Length is null || Length <= actual.Length;
    }

    /// <summary>The SQLSTATE of the first write that does not fit; of a wholly other type, a mismatch.</summary>
    public string StateOfWriting(StoreType actual) => actual switch
    {
        _ when IsText && actual.IsText => "22001",
        _ when IsNumber(Name) && IsNumber(actual.Name) => "22003",
        _ => "42804",
    };

    public override string ToString() => Length is null ? Name : Scale is null ? $"{Name}({Length})" : $"{Name}({Length},{Scale})";

    private static bool IsNumber(string name) => name is "smallint" or "integer" or "bigint" or "numeric" or "real" or "double precision";

    private static int? Number(Group group) => group.Success ? int.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"^(?<name>[^(\[]+)(\((?<length>\d+)(\s*,\s*(?<scale>\d+))?\))?(?<rest>[^\[]*)(?<array>(\[\])*)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Shape();
}
