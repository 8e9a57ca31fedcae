using System.Collections.Immutable;
using System.Text.Json;
using Slipway.Evaluation.Assertions.Graders;
using Slipway.Model.Problems;

namespace Slipway.Evaluation.Assertions;

/// <summary>The types of check that there are, and what each makes of its value.</summary>
public static class AssertionTypes
{
    private const string Negation = "not-";

    private static readonly ImmutableSortedDictionary<string, Func<JsonElement, IGrader>> Factories =
        new Dictionary<string, Func<JsonElement, IGrader>>
        {
            ["equals"] = EqualsGrader.Create,
            ["contains"] = value => new ContainsGrader(Values.Text(value), Letters.Exact),
            ["icontains"] = value => new ContainsGrader(Values.Text(value), Letters.Folded),
            ["contains-any"] = value => new ContainsListGrader(Values.List(value), Letters.Exact, all: false),
            ["icontains-any"] = value => new ContainsListGrader(Values.List(value), Letters.Folded, all: false),
            ["contains-all"] = value => new ContainsListGrader(Values.List(value), Letters.Exact, all: true),
            ["icontains-all"] = value => new ContainsListGrader(Values.List(value), Letters.Folded, all: true),
            ["starts-with"] = value => new StartsWithGrader(Values.Text(value)),
            ["regex"] = value => RegexGrader.Create(Values.Pattern(value)),
            ["is-json"] = IsJsonGrader.Create,
        }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    private static readonly ImmutableHashSet<string> Forbidden =
        ["javascript", "python", "ruby", "webhook", "select-best", "max-score", "human", "perplexity", "pi", "guardrails"];

    /// <summary>Every type by its plain name, ordinal order. Each also exists with <c>not-</c> before it.</summary>
    public static IEnumerable<string> Names => Factories.Keys;

    internal static AssertionFault? FaultOf(string type)
    {
        var plain = Plain(type);
        if (Factories.ContainsKey(plain)) return null;
        if (Forbidden.Contains(plain))
        {
            return new(
                "type",
                $"The assertion type '{type}' is not supported: it would run code or ask somebody outside the suite.",
                "Say the same with a type that reads only the answer, such as regex or is-json.");
        }
        var spelled = plain == type ? Names : Names.Select(name => Negation + name);
        return new(
            "type",
            $"The assertion type '{type}' is not known.",
            Spelling.Nearest(type, spelled) is { } nearest
                ? $"Did you mean '{nearest}'?"
                : $"Use one of {string.Join(", ", Names)}, or one of them with '{Negation}' before it.");
    }

    internal static IGrader Create(string type, JsonElement value)
    {
        var grader = Factories[Plain(type)](value);
        return Plain(type) == type ? grader : new NegatedGrader(grader);
    }

    private static string Plain(string type) => type.StartsWith(Negation, StringComparison.Ordinal) ? type[Negation.Length..] : type;
}
