using System.Text.RegularExpressions;
using Slipway.Frosting.Graph;
using Slipway.Frosting.Rules;
using Slipway.Frosting.Tests.Harness;

namespace Slipway.Frosting.Tests.Rules;

public sealed partial class Rulebooks
{
    private static readonly Rule[] Rules = [.. Rulebook.Groups.SelectMany(group => group.Rules)];

    [Fact]
    public void Every_rule_is_printed_once_with_its_state()
    {
        var call = HostCall.Of("", "--target=Rules");

        Assert.Equal(0, call.ExitCode);
        Assert.Equal(Rules.Select(rule => rule.Id), Row().Matches(call.Output).Select(row => row.Groups["id"].Value));
        Assert.Equal(Rules.Length, Rules.DistinctBy(rule => rule.Id).Count());
    }

    [Fact]
    public void A_rule_about_what_the_platform_lacks_has_nothing_to_hold()
    {
        using var platform = new TestPlatform("shop");
        var states = Row().Matches(HostCall.On(platform, "", "--target=Rules").Output)
            .ToDictionary(row => row.Groups["id"].Value, row => row.Groups["state"].Value);

        Assert.Equal("nothing to hold", states["K4"]);
        Assert.Equal("nothing to hold", states["K3"]);
        Assert.Equal("held", states["K2"]);
        Assert.Equal("partly held", states["I6"]);
        Assert.Equal("partly held", states["R2"]);
        Assert.Equal("not yet held", states["R4"]);
    }

    [Fact]
    public void A_line_fits_the_page()
    {
        var longest = HostCall.Of("", "--target=Rules").Output.Split('\n').MaxBy(line => line.Length)!;

        Assert.True(longest.Length <= 140, longest);
    }

    [Fact]
    public void A_rule_says_what_this_version_does_for_it_exactly_where_it_does_something() =>
        Assert.All(Rules, rule =>
        {
            Assert.Equal(rule.State is RuleState.NotYetHeld, rule.Now is null);
            if (rule.Now is null) Assert.Empty(rule.Stages);
        });

    [Fact]
    public void A_stage_that_holds_a_rule_exists()
    {
        var graph = TaskGraphReader.Read([typeof(SlipwayHost).Assembly], typeof(SlipwayContext));
        var stages = graph.Tasks.Select(task => task.StageName).ToHashSet();

        Assert.All(Rules.SelectMany(rule => rule.Stages), stage => Assert.Contains(stage, stages));
    }

    [GeneratedRegex("^  (?<id>[A-Z][0-9]+) +(?<state>held|partly held|not yet held|nothing to hold)  ", RegexOptions.Multiline)]
    private static partial Regex Row();
}
