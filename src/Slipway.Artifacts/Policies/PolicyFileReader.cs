using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Slipway.Evidence.Policies;
using Slipway.Machine.Yaml;
using Slipway.Model;
using Slipway.Model.Problems;

namespace Slipway.Artifacts.Policies;

/// <summary>Reads <c>policy.yaml</c>; its keys are those of <c>policy.schema.json</c>. That no environment asks less than the one before is checked here.</summary>
internal static partial class PolicyFileReader
{
    private const int LargestMinimum = 1_000_000_000;

    /// <param name="map">The file.</param>
    /// <param name="problems">Where everything that is wrong with it is collected.</param>
    public static ImmutableArray<EnvironmentPolicy> Read(YamlMap map, YamlProblems problems)
    {
        var environments = map.RequiredMap("environments");
        var named = Enum.GetValues<EnvironmentName>().Select(name => (name, map: environments?.Map(Word(name)))).ToArray();
        environments?.RejectUnknownKeys();
        map.RejectUnknownKeys();
        ImmutableArray<EnvironmentPolicy> policies =
            [.. named.Select(entry => entry.map is { } own ? Policy(own, entry.name) : ReleasePolicies.BuiltIn.Of(entry.name))];
        // Of what could not be read it is not known whether it asks less.
        if (problems.Count > 0) return policies;
        for (var index = 1; index < policies.Length; index++)
            ReportLooser(policies[index - 1], policies[index], named[index].map, environments ?? map);
        return policies;
    }

    internal static string Word(EnvironmentName name) => name.ToString().ToLowerInvariant();

    private static EnvironmentPolicy Policy(YamlMap map, EnvironmentName name)
    {
        var policy = new EnvironmentPolicy
        {
            Environment = name,
            Statements = map.Has("statements") ? Words(map, "statements", "provenance", "sbom") : ["provenance"],
            Gates = Gates(map),
            Builders = Builders(map),
            MaximumAge = Age(map),
            Parameters = Parameters(map),
            AllowsUncommitted = IsAllowed(map, "uncommitted"),
        };
        map.RejectUnknownKeys();
        return policy;
    }

    private static ImmutableSortedSet<string> Builders(YamlMap map)
    {
        if (map.RequiredList("builders") is { Items.IsEmpty: true } none)
            none.Report(YamlCodes.NotAllowed, "'builders' is empty, so that nothing could ever be taken.", "write ci, local, or both");
        return Words(map, "builders", "local", "ci");
    }

    private static ImmutableSortedSet<string> Words(YamlMap map, string key, params string[] allowed)
    {
        var words = ImmutableSortedSet.CreateBuilder<string>(StringComparer.Ordinal);
        foreach (var item in map.Strings(key))
        {
            if (allowed.Contains(item.Text)) words.Add(item.Text);
            else item.Report(
                YamlCodes.NotAllowed, $"'{item.Text}' is none of '{key}'; allowed: {string.Join(", ", allowed)}.",
                Spelling.Nearest(item.Text, allowed) is { } near ? $"did you mean '{near}'?" : $"write one of: {string.Join(", ", allowed)}");
        }
        return words.ToImmutable();
    }

    private static ImmutableSortedDictionary<string, GateDemand> Gates(YamlMap map)
    {
        var gates = ImmutableSortedDictionary.CreateBuilder<string, GateDemand>(StringComparer.Ordinal);
        foreach (var entry in map.Map("gates")?.Entries ?? [])
        {
            if (!IsName(entry, GateName, "a stage's name: lower-case letters, digits and hyphens")) continue;
            if (KnownNames.ReportSlip(entry.Key, entry.Key.Text, KnownNames.Gates, "gate")) continue;
            if (entry.Value is YamlMap demand) gates[entry.Key.Text] = Demand(demand);
            else entry.Value.Report(YamlCodes.WrongType, $"What is asked of the gate '{entry.Key.Text}' must be a map, but is {entry.Value.Kind}.", "write {} where it only has to pass");
        }
        return gates.ToImmutable();
    }

    private static GateDemand Demand(YamlMap map)
    {
        var minimum = ImmutableSortedDictionary.CreateBuilder<string, long>(StringComparer.Ordinal);
        foreach (var entry in map.Map("minimum")?.Entries ?? [])
        {
            if (!IsName(entry, CountName, "a count's name: a letter, then letters, digits, _ and -")) continue;
            if (KnownNames.ReportSlip(entry.Key, entry.Key.Text, KnownNames.Counts, "count")) continue;
            if (entry.Value is YamlScalar scalar && scalar.AsInt($"'{entry.Key.Text}'", 0, LargestMinimum) is { } least) minimum[entry.Key.Text] = least;
            else if (entry.Value is not YamlScalar) entry.Value.Report(YamlCodes.WrongType, $"'{entry.Key.Text}' must be a whole number, but is {entry.Value.Kind}.", "write a number");
        }
        var demand = new GateDemand { Minimum = minimum.ToImmutable(), MayBeSkipped = IsAllowed(map, "skipped"), MayBePartial = IsAllowed(map, "partial") };
        map.RejectUnknownKeys();
        return demand;
    }

    private static TimeSpan? Age(YamlMap map)
    {
        if (map.String("maximumAge") is not { } text) return null;
        if (Span.Match(text) is { Success: true } match)
        {
            var count = int.Parse(match.Groups["count"].Value, CultureInfo.InvariantCulture);
            return match.Groups["unit"].Value == "d" ? TimeSpan.FromDays(count) : TimeSpan.FromHours(count);
        }
        map["maximumAge"]!.Report(YamlCodes.NotAllowed, $"'maximumAge' is '{text}', which is no span of time.", "write hours or days, such as 12h or 30d");
        return null;
    }

    private static ImmutableSortedDictionary<string, string>? Parameters(YamlMap map)
    {
        if (map.Map("parameters") is not { } given) return null;
        var parameters = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var entry in given.Entries)
        {
            if (!IsName(entry, ParameterName, "a parameter's name: a letter, then letters, digits and _")) continue;
            if (entry.Value is YamlScalar scalar && scalar.AsString($"'{entry.Key.Text}'") is { } text) parameters[entry.Key.Text] = text;
            else if (entry.Value is not YamlScalar) entry.Value.Report(YamlCodes.WrongType, $"'{entry.Key.Text}' must be a text, but is {entry.Value.Kind}.", "write one value");
        }
        return parameters.ToImmutable();
    }

    private static bool IsAllowed(YamlMap map, string key) => map.Enum(key, "refused", "allowed") is "allowed";

    private static bool IsName(YamlEntry entry, Regex grammar, string expected)
    {
        if (grammar.IsMatch(entry.Key.Text)) return true;
        entry.Key.Report(YamlCodes.NotAllowed, $"'{entry.Key.Text}' is not {expected}.", "correct the name");
        return false;
    }

    private static void ReportLooser(EnvironmentPolicy before, EnvironmentPolicy after, YamlMap? own, YamlNode around)
    {
        foreach (var looseness in PolicyOrder.Between(before, after))
        {
            var place = own?[looseness.Key] ?? own ?? around;
            place.Report(
                Codes.PolicyLooser,
                $"{Word(after.Environment)}{(own is null ? ", by the policy that is built in," : "")} {looseness.Words}, and {Word(before.Environment)} before it is stricter: what comes later may never ask less.",
                $"ask as much of {Word(after.Environment)}, or less of {Word(before.Environment)}");
        }
    }

    [GeneratedRegex(@"\A(?<count>[1-9][0-9]{0,3})(?<unit>[hd])\z", RegexOptions.CultureInvariant)]
    private static partial Regex Span { get; }

    [GeneratedRegex(@"\A[a-z0-9-]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex GateName { get; }

    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9_-]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex CountName { get; }

    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9_]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex ParameterName { get; }
}
