using System.Collections.Immutable;
using Slipway.Model;
using Slipway.Model.Problems;

namespace Slipway.Migrations.Sources;

/// <summary>A file of SQL, read.</summary>
internal sealed record SqlFile(string Id, string Shown, bool IsWayBack, SqlVersion Version, SqlHeader Header, string Text)
{
    private const string BackSuffix = ".down";

    public static SqlFile? Read(string path, string shown, List<Problem> problems)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        var isWayBack = name.EndsWith(BackSuffix, StringComparison.OrdinalIgnoreCase);
        if (isWayBack) name = name[..^BackSuffix.Length];
        if (SqlVersion.Of(name) is not { } version)
        {
            problems.Add(Bad(shown, 1, "The name of this file has no place in the order.", "call it V<number>__<words>.sql, or <yyyyMMddHHmmss>_<words>.sql"));
            return null;
        }
        var text = File.ReadAllText(path);
        if (text.IndexOf('\0', StringComparison.Ordinal) is >= 0 and var nul)
        {
            var before = text[..nul];
            var problem = Bad(shown, before.Count(character => character == '\n') + 1, "A NUL stands here, and PostgreSQL takes none.", "take it out, or save the file as UTF-8");
            problems.Add(problem with { Column = nul - before.LastIndexOf('\n') });
        }
        return new(name, shown, isWayBack, version, SqlHeader.Read(text, shown, problems), text);
    }

    public Migration ToMigration(SqlFile? back) => new()
    {
        Id = Id,
        Digest = Digest.Of($"up\n{Meaning}\ndown\n{back?.Meaning}"),
        Up = Steps,
        Down = back?.Steps,
        Phase = Header.Phase,
        StoppedUsing = Header.StoppedUsing,
        IrreversibleReason = Header.IrreversibleReason,
        File = Shown,
    };

    public Problem Problem(int line, string message, string mend) => Bad(Shown, line, message, mend);

    public static Problem Bad(string shown, int line, string message, string mend) => new()
    {
        Code = Codes.BadSqlMigration,
        Message = message,
        Mend = mend,
        File = shown,
        Line = line,
        Column = 1,
    };

    private ImmutableArray<MigrationStep> Steps => [new() { Commands = [new(Text, Header.NoTransaction, 1)] }];

    // Neither comments nor line ends do anything.
    private string Meaning => $"{(Header.NoTransaction ? "no transaction\n" : "")}{string.Join(";\n", SqlSplitter.Split(Text.ReplaceLineEndings("\n")).Select(statement => statement.Text))}";
}
