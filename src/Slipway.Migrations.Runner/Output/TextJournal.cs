using System.Globalization;
using Slipway.Migrations.Runner.Compatibility;
using Slipway.Migrations.Runner.Database;

namespace Slipway.Migrations.Runner.Output;

internal sealed class TextJournal(TextWriter text, TextWriter error, bool verbose, TextWriter? data = null) : Journal
{
    public override void Text(string result) => (data ?? text).WriteLine(result);

    public override void Say(string what, string sentence) => text.WriteLine(sentence);

    public override void Step(string what, string migration) => text.WriteLine($"{what} {migration}");

    public override void Sql(string statement)
    {
        if (verbose)
            text.WriteLine(statement);
    }

    public override void Status(History history)
    {
        foreach (var id in history.Applied)
            text.WriteLine($"applied  {id}");
        foreach (var id in history.Pending)
            text.WriteLine($"pending  {id}");
        foreach (var id in history.Unknown)
            text.WriteLine($"unknown  {id}");
        text.WriteLine($"{history.Applied.Count} applied, {history.Pending.Count} pending, {history.Unknown.Count} unknown.");
    }

    public override void Finding(Incompatibility finding) => text.WriteLine(finding.ToString());

    public override void Done(Moved moved) => text.WriteLine(moved is { Applied.Count: 0, Reverted.Count: 0 }
        ? "Nothing to do: the database is there already."
        : string.Create(CultureInfo.InvariantCulture,
            $"Done: {moved.Applied.Count} applied, {moved.Reverted.Count} reverted, in {moved.Elapsed.TotalSeconds:0.0} s."));

    public override void Failed(FailureReport report, Exception failure)
    {
        error.WriteLine($"{(data is null ? "error " : "")}{report}");
        if (verbose && report.Code == Codes.Unexpected)
            error.WriteLine(failure);
    }
}
