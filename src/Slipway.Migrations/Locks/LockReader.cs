using System.Collections.Immutable;
using Slipway.Migrations.Judging;
using Slipway.Model;
using Slipway.Model.Problems;

namespace Slipway.Migrations.Locks;

/// <summary>Reads the lock and finds everything that is wrong with it.</summary>
internal sealed class LockReader(string file)
{
    public const string Reversible = "reversible";
    public const string Irreversible = "irreversible";
    public const string Unreleased = "-";
    private const int Fields = 5;
    private const string Anew = "--target=Migrations --migrations=write";
    private const string WayOut = "; or take the line out: where a release carries it, its line is in the history of git, any other is written by " + Anew;
    private static readonly string[] _phases = ["expand", "backfill", "contract"];
    private readonly List<Problem> _problems = [];

    public IReadOnlyList<Problem> Problems => _problems;

    public MigrationLock Read(string text)
    {
        var entries = ImmutableArray.CreateBuilder<LockedMigration>();
        var number = 0;
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            number++;
            if (line.Length == 0 || line[0] == '#') continue;
            if (IsConflict(line)) Report(number, 1, "A merge left its marks here.", "keep the lines of both sides in the order of their ids, and take the marks out");
            else if (Entry(line, number) is { } entry)
            {
                if (entries.Any(other => other.Id == entry.Id)) Report(number, 1, $"The migration '{entry.Id}' is here twice.", $"keep the line that names a release; where none does, either one, and bring it up to date with {Anew}");
                else entries.Add(entry);
            }
        }
        return new(entries.ToImmutable());
    }

    private static bool IsConflict(string line) => line.StartsWith("<<<<<<<", StringComparison.Ordinal) || line.StartsWith(">>>>>>>", StringComparison.Ordinal)
        || line.StartsWith("=======", StringComparison.Ordinal) || line.StartsWith("|||||||", StringComparison.Ordinal);

    private LockedMigration? Entry(string line, int number)
    {
        var before = _problems.Count;
        var fields = line.Split(' ');
        if (Array.IndexOf(fields, "") is >= 0 and var empty)
        {
            Report(number, Column(fields, empty), "There is a space too many.", "one space parts two fields, and none begins or ends a line");
            return null;
        }
        if (fields.Length != Fields)
        {
            Report(number, 1, $"A line has {Fields} fields, and this one has {fields.Length}.", $"write: id digest phase reversible|irreversible release{WayOut}");
            return null;
        }
        if (!Digest.TryParse(fields[1], out var digest)) Report(number, Column(fields, 1), $"'{fields[1]}' is no digest.", $"it is sha256: and 64 lower-case hexadecimal digits{WayOut}");
        var phase = OneOf(fields, 2, number, _phases);
        var reversible = OneOf(fields, 3, number, Reversible, Irreversible);
        if (fields[4] != Unreleased && ReleaseOrder.Of(fields[4]) is null)
            Report(number, Column(fields, 4), $"'{fields[4]}' is no release.", $"write the version of the release that first carried it, such as 1.4.0, or {Unreleased} where none has{WayOut}");
        return _problems.Count > before || digest is null
            ? null
            : new(fields[0], digest, Enum.Parse<MigrationPhase>(phase!, ignoreCase: true), reversible == Reversible, fields[4] == Unreleased ? null : fields[4]);
    }

    private string? OneOf(string[] fields, int index, int number, params string[] allowed)
    {
        if (allowed.Contains(fields[index], StringComparer.Ordinal)) return fields[index];
        Report(
            number, Column(fields, index), $"'{fields[index]}' is none of: {string.Join(", ", allowed)}.",
            Spelling.Nearest(fields[index], allowed) is { } near ? $"did you mean '{near}'?" : $"write one of: {string.Join(", ", allowed)}");
        return null;
    }

    private static int Column(string[] fields, int index) => fields.Take(index).Sum(field => field.Length + 1) + 1;

    private void Report(int line, int column, string message, string mend) => _problems.Add(new()
    {
        Code = Codes.BadLock,
        Message = message,
        Mend = mend,
        File = file,
        Line = line,
        Column = column,
    });
}
