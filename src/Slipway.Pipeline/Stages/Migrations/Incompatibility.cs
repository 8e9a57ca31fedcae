using System.Collections.Immutable;
using System.Text.Json;

namespace Slipway.Pipeline.Stages.Migrations;

/// <summary>One thing in a schema on which the code of a release breaks, as its bundle says it.</summary>
/// <param name="Object">Schema, table and, where it is one, column or constraint, with dots between.</param>
/// <param name="Breaks">What fails: read, insert, update, delete.</param>
/// <param name="SqlState">What PostgreSQL would answer; null where it answers well and the client cannot read the answer.</param>
/// <param name="Reason">Why.</param>
/// <param name="Mend">What to do about it.</param>
internal sealed record Incompatibility(string Object, ImmutableArray<string> Breaks, string? SqlState, string Reason, string Mend)
{
    /// <summary>Reads one line of what the verb <c>compat</c> prints; null for a line about something else.</summary>
    public static Incompatibility? Read(string line)
    {
        using var document = JsonDocument.Parse(line);
        var told = document.RootElement;
        return told.GetProperty("event").GetString() == "incompatible"
            ? new(
                told.GetProperty("object").GetString()!,
                [.. told.GetProperty("breaks").EnumerateArray().Select(verb => verb.GetString()!)],
                told.GetProperty("sqlState").GetString(),
                told.GetProperty("reason").GetString()!,
                told.GetProperty("mend").GetString()!)
            : null;
    }
}
