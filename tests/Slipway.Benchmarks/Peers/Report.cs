using System.Globalization;
using System.Text.Json;

namespace Slipway.Benchmarks.Peers;

/// <summary>Prints races as tables, and writes them as JSON.</summary>
internal static class Report
{
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static void Print(Race race)
    {
        Say($"\n{race.Scenario.Name}: {race.Scenario.Title}");
        Say($"  {"tool",-9}{"median s",9}{"least",8}{"most",8}{"cpu s",8}{"load",7}  slipway ÷ it");
        foreach (var (tool, samples) in race.Times)
        {
            var seconds = Spread.Of(samples.Select(sample => sample.Seconds));
            var processor = Spread.Of(samples.Select(sample => sample.Processor)).Median;
            var load = Spread.Of(samples.Select(sample => sample.Load)).Median;
            Say($"  {tool,-9}{seconds.Median,9:0.00}{seconds.Least,8:0.00}{seconds.Most,8:0.00}{processor,8:0.00}{load,7:0.0}  {(tool == "slipway" ? "" : race.Ratio(tool)?.ToString("0.00", CultureInfo.InvariantCulture))}");
        }
        foreach (var skip in race.Skips) Say($"  skipped  {skip}");
        foreach (var note in race.Notes) Say($"  noted    {note}");
        foreach (var verdict in race.Verdicts()) Say($"  {verdict}");
    }

    public static string Json(int services, int pairs, IEnumerable<Race> races, IEnumerable<Verdict> others) => JsonSerializer.Serialize(
        new
        {
            Services = services,
            Pairs = pairs,
            Processors = Environment.ProcessorCount,
            Scenarios = races.Select(race => new
            {
                race.Scenario.Name,
                race.Scenario.Title,
                Tools = race.Times.Select(time => new
                {
                    Name = time.Tool,
                    Seconds = Spread.Of(time.Samples.Select(sample => sample.Seconds)),
                    Ratio = race.Ratio(time.Tool),
                    time.Samples,
                }),
                race.Skips,
                race.Notes,
                Goals = race.Verdicts(),
            }),
            Others = others,
        },
        _json);

    public static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
