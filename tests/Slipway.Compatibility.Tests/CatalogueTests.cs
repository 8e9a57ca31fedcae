using System.Text.RegularExpressions;
using Slipway.Compatibility.Events;
using Slipway.Compatibility.OpenApi;
using Slipway.Compatibility.Rules;

namespace Slipway.Compatibility.Tests;

public partial class CatalogueTests
{
    public static TheoryData<string> Apis => [.. BreakRules.OfApis.Select(rule => rule.Name)];

    public static TheoryData<string> Events => [.. BreakRules.OfEvents.Where(rule => rule.Example.Place == Place.Event).Select(rule => rule.Name)];

    [Fact]
    public void There_are_at_least_40_rules_for_apis() => Assert.InRange(BreakRules.OfApis.Length, 40, 200);

    [Fact]
    public void A_name_is_one_rules_and_in_kebab_case()
    {
        var names = BreakRules.OfApis.Concat(BreakRules.OfEvents).Concat(BreakRules.OfAssemblies).Select(rule => rule.Name).ToList();

        Assert.Equal(names.Count, names.Distinct().Count());
        Assert.All(names, name => Assert.Matches(Kebab(), name));
    }

    [Fact]
    public void A_text_is_a_sentence() =>
        Assert.All(BreakRules.OfApis.Concat(BreakRules.OfEvents), rule => Assert.True(char.IsUpper(rule.Text[0]) && rule.Text.EndsWith('.') && !rule.Text.Contains("..", StringComparison.Ordinal), rule.Text));

    [Fact]
    public void What_is_said_of_events_does_not_speak_of_callers() =>
        Assert.All(BreakRules.OfEvents, rule => Assert.DoesNotMatch("(?i)caller|they must send|they new", rule.Text));

    [Theory]
    [MemberData(nameof(Apis))]
    public void The_example_of_a_rule_breaks_that_rule_alone(string name)
    {
        var rule = BreakRules.OfApis.Single(rule => rule.Name == name);
        var found = OpenApiComparer.Compare(Frame.Around(rule.Example.Place, rule.Example.Before), Frame.Around(rule.Example.Place, rule.Example.After));

        Assert.Empty(found.Problems);
        Assert.Equal([name], found.Changes.Select(change => change.Rule.Name));
        Assert.StartsWith("#", found.Changes[0].Pointer, StringComparison.Ordinal);
        if (rule.Example.Place != Place.Document) Assert.Equal(["POST /things"], found.Changes[0].Operations);
    }

    [Theory]
    [MemberData(nameof(Apis))]
    public void The_legal_twin_of_a_rule_breaks_none(string name)
    {
        var rule = BreakRules.OfApis.Single(rule => rule.Name == name);
        var found = OpenApiComparer.Compare(Frame.Around(rule.Example.Place, rule.Example.Before), Frame.Around(rule.Example.Place, rule.Example.Legal));

        Assert.Empty(found.Problems);
        Assert.Empty(found.Changes);
    }

    [Theory]
    [MemberData(nameof(Events))]
    public void The_example_of_an_events_rule_breaks_that_rule_alone(string name)
    {
        var rule = BreakRules.OfEvents.Single(rule => rule.Name == name);
        var found = EventComparer.Compare(Frame.Around(Place.Event, rule.Example.Before), Frame.Around(Place.Event, rule.Example.After));

        Assert.Empty(found.Problems);
        Assert.Equal([name], found.Changes.Select(change => change.Rule.Name));
    }

    [Theory]
    [MemberData(nameof(Events))]
    public void The_legal_twin_of_an_events_rule_breaks_none(string name)
    {
        var rule = BreakRules.OfEvents.Single(rule => rule.Name == name);
        var found = EventComparer.Compare(Frame.Around(Place.Event, rule.Example.Before), Frame.Around(Place.Event, rule.Example.Legal));

        Assert.Empty(found.Problems);
        Assert.Empty(found.Changes);
    }

    [GeneratedRegex("^[a-z]+(-[a-z]+)+$")]
    private static partial Regex Kebab();
}
