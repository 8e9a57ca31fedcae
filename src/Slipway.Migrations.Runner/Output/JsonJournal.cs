using System.Text.Json;
using System.Text.Json.Nodes;
using Slipway.Migrations.Runner.Compatibility;
using Slipway.Migrations.Runner.Database;

namespace Slipway.Migrations.Runner.Output;

internal sealed class JsonJournal(TextWriter text, Redaction redaction, bool verbose) : Journal
{
    public override void Text(string result) => text.WriteLine(redaction.Clean(result));

    public override void Say(string what, string sentence) => Line(new { @event = what, message = sentence });

    public override void Step(string what, string migration) => Line(new { @event = what, migration });

    public override void Sql(string statement)
    {
        if (verbose)
            Line(new { @event = "sql", statement });
    }

    public override void Status(History history) =>
        Line(new { @event = "status", applied = history.Applied, pending = history.Pending, unknown = history.Unknown });

    public override void Finding(Incompatibility finding) => Line(new
    {
        @event = "incompatible",
        @object = finding.Object,
        breaks = finding.Breaks,
        sqlState = finding.SqlState,
        reason = finding.Reason,
        mend = finding.Mend,
    });

    public override void Done(Moved moved) =>
        Line(new { @event = "done", applied = moved.Applied, reverted = moved.Reverted, ms = (long)moved.Elapsed.TotalMilliseconds });

    public override void Failed(FailureReport report, Exception failure) => Line(new
    {
        @event = "failed",
        exit = (int)report.Exit,
        code = report.Code,
        message = report.Message,
        service = report.Service,
        migration = report.Migration,
        statement = report.Statement,
        sqlState = report.SqlState,
        mend = report.Mend,
    });

    private void Line(object value)
    {
        var line = JsonSerializer.SerializeToNode(value)!.AsObject();
        foreach (var (name, part) in line.ToArray())
        {
            if (name != "event") line[name] = Clean(part);
        }
        text.WriteLine(line.ToJsonString());
    }

    // Values one by one: a password may be a word that the names or the signs between them have too.
    private JsonNode? Clean(JsonNode? node) => node switch
    {
        JsonArray array => new JsonArray([.. array.Select(Clean)]),
        JsonValue value when value.TryGetValue<string>(out var words) => JsonValue.Create(redaction.Clean(words)),
        _ => node?.DeepClone(),
    };
}
