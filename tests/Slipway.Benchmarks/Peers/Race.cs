using System.Collections.Immutable;
using Slipway.Benchmarks.Peers.Scenarios;

namespace Slipway.Benchmarks.Peers;

/// <summary>What came of one scenario.</summary>
internal sealed record Race
{
    private const int MostFailures = 3;

    public required Scenario Scenario { get; init; }

    /// <summary>By tool, in the order of the pairs.</summary>
    public required ImmutableArray<(string Tool, ImmutableArray<Sample> Samples)> Times { get; init; }

    public ImmutableArray<string> Skips { get; init; } = [];

    /// <summary>What else has to be known of the figures.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    public ImmutableArray<Verdict> Facts { get; init; } = [];

    /// <summary>Runs the contestants in turn, so that the machine's moods fall on all of them; every other round in reverse.</summary>
    public static async Task<Race> RunAsync(Scenario scenario, Workshop workshop, ImmutableArray<Tool> tools, int pairs, Action<string> progress)
    {
        var (skips, failures) = (new List<string>(), new List<string>());
        var contestants = await scenario.PrepareAsync(workshop, tools, skips.Add);
        var samples = contestants.ToDictionary(contestant => contestant.Name, _ => ImmutableArray.CreateBuilder<Sample>());
        for (var pair = 0; pair < pairs; pair++)
        {
            foreach (var contestant in pair % 2 == 0 ? contestants : [.. contestants.Reverse()])
            {
                samples[contestant.Name].Add(await TimeAsync(contestant, workshop.Runner, failures.Add));
            }
            progress($"{scenario.Name}: {pair + 1} of {pairs}");
        }
        var facts = await scenario.JudgeAsync(workshop, tools);
        await scenario.TidyAsync(workshop, tools);
        return new()
        {
            Scenario = scenario,
            Times = [.. contestants.Select(contestant => (contestant.Name, samples[contestant.Name].ToImmutable()))],
            Skips = [.. skips],
            Notes = [.. failures.CountBy(name => name).Select(peer => $"{peer.Key} failed {peer.Value} times, and was run again each time")],
            Facts = facts,
        };
    }

    // Two builds that Turborepo runs at once may write the same file: a peer that fails now and then is no reason to lose all that was measured.
    private static async Task<Sample> TimeAsync(Contestant contestant, Runner runner, Action<string> failed)
    {
        for (var chances = MostFailures; ; chances--)
        {
            await contestant.Before();
            try
            {
                return await runner.TimeAsync(contestant.Commands);
            }
            catch (InvalidOperationException failure) when (contestant.Name != "slipway" && chances > 0)
            {
                Console.Error.WriteLine(failure.Message);
                failed(contestant.Name);
            }
        }
    }

    /// <summary>Slipway's time divided by another's: the median over pairs, in which both ran one after the other.</summary>
    public double? Ratio(string against) => Of("slipway") is { } own && Of(against) is { } other
        ? Spread.Of(own.Zip(other, (one, two) => one.Seconds / two.Seconds)).Median
        : null;

    private ImmutableArray<Sample>? Of(string tool) => Times.Where(time => time.Tool == tool).Select(time => (ImmutableArray<Sample>?)time.Samples).FirstOrDefault();

    public IEnumerable<Verdict> Verdicts() => Scenario.Goals.Select(Judge).Concat(Facts);

    private Verdict Judge(Goal goal)
    {
        var text = FormattableString.Invariant($"at most {goal.Most} times {goal.Against}");
        return Ratio(goal.Against) is { } ratio ? new(text, FormattableString.Invariant($"{ratio:0.00} times"), ratio <= goal.Most) : new(text, "not compared", null);
    }
}
