using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Slipway.Machine.Yaml;
using Slipway.Model.Environments;

namespace Slipway.Workspace.Configuration;

/// <summary>Reads one unit's settings: plain values, and references to secrets.</summary>
internal static partial class SettingReader
{
    public static ImmutableSortedDictionary<string, SettingValue> Read(YamlMap map)
    {
        var settings = ImmutableSortedDictionary.CreateBuilder<string, SettingValue>(StringComparer.Ordinal);
        foreach (var entry in map.Entries)
        {
            if (Value(entry) is { } value) settings[entry.Key.Text] = value;
        }
        return settings.ToImmutable();
    }

    private static SettingValue? Value(YamlEntry entry)
    {
        var key = entry.Key.Text;
        if (!Key.IsMatch(key))
        {
            entry.Key.Report(
                YamlCodes.NotAllowed,
                $"'{key}' cannot be the key of a setting.",
                "write letters, digits, and _ . : - between them");
            return null;
        }
        if (entry.Value is not YamlScalar { IsNull: false } scalar)
        {
            entry.Value.Report(
                YamlCodes.WrongType,
                $"The setting '{key}' must be a text, a number, or true or false, but is {entry.Value.Kind}.",
                "write one value; nested keys are joined with __");
            return null;
        }
        return scalar.IsString && Reference.Match(scalar.Text) is { Success: true } reference ? Referred(scalar, reference) : Plain(key, scalar);
    }

    private static SettingValue? Referred(YamlScalar scalar, Match reference)
    {
        var target = reference.Groups["target"].Value;
        if (reference.Groups["sort"].Value == "file" && target.Length > 0) return new SettingValue.FromFile(target);
        if (reference.Groups["sort"].Value == "env" && Variable.IsMatch(target)) return new SettingValue.FromVariable(target);
        scalar.Report(
            YamlCodes.NotAllowed,
            $"'{scalar.Text}' does not refer to a secret.",
            "write env:NAME with an environment variable's name, or file:PATH");
        return null;
    }

    private static SettingValue.Plain? Plain(string key, YamlScalar scalar)
    {
        if (!SecretLook.Has(key, scalar.Text)) return new SettingValue.Plain(scalar.Text);
        // The value itself must not reach a log.
        scalar.Report(
            Codes.PlainSecret,
            $"The setting '{key}' looks like a secret and stands here in plain text.",
            "write a reference, env:NAME or file:PATH; and if it was ever committed, replace the secret");
        return null;
    }

    [GeneratedRegex(@"\A[A-Za-z_][A-Za-z0-9_.:-]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Key { get; }

    [GeneratedRegex(@"\A(?<sort>env|file):(?<target>.*)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Reference { get; }

    [GeneratedRegex(@"\A[A-Za-z_][A-Za-z0-9_]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Variable { get; }
}
