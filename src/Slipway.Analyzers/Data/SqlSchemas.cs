using Word = Slipway.Analyzers.Data.SqlPlaces.Word;

namespace Slipway.Analyzers.Data;

/// <summary>
/// Finds the schemas that SQL names where tables and functions stand, or by themselves. It knows as much grammar as that takes: words, quotes,
/// comments, parentheses, and which words a table follows.
/// </summary>
internal sealed class SqlSchemas
{
    // No table is called so, and files and hosts are.
    private static readonly HashSet<string> FileEndings = new(
        ["cmd", "com", "cs", "csproj", "css", "csv", "dll", "docx", "exe", "html", "jpg", "js", "json", "md", "org", "pdf", "png", "ps1", "sh", "sln", "sql", "svg", "tar", "ts", "txt", "xlsx", "xml", "yaml", "yml", "zip"],
        StringComparer.OrdinalIgnoreCase);

    private readonly Func<string, bool> _isOwn;
    private readonly bool _knowsOthers;
    private readonly bool _isBody;
    private readonly int _offset;
    private List<SqlSchema>? _found;
    private Stack<Level>? _around;
    private Level _level;
    private Word _previous;
    private Word _argument;
    private bool _begins = true;
    private bool _hasTable;

    private SqlSchemas(Func<string, bool> isOwn, bool knowsOthers, bool isBody, int offset)
    {
        _isOwn = isOwn;
        _knowsOthers = knowsOthers;
        _isBody = isBody;
        _offset = offset;
    }

    private enum Place
    {
        None,
        Table,
        Schema,
    }

    /// <param name="text">SQL.</param>
    /// <param name="isOwn">Whether a schema may be named.</param>
    /// <param name="knowsOthers">
    /// Whether the rest are surely schemas. If not, a call counts only where no table is named at all, so that no column's method is taken for one.
    /// </param>
    /// <returns>Those that may not be named, as often as they are.</returns>
    public static IReadOnlyList<SqlSchema> NotOwn(string text, Func<string, bool> isOwn, bool knowsOthers)
    {
        var reading = new SqlSchemas(isOwn, knowsOthers, isBody: false, offset: 0);
        reading.Read(text);
        if (reading._found is not { } found) return [];
        return knowsOthers || !reading._hasTable ? found : found.FindAll(schema => !schema.IsCall);
    }

    private void Read(string text)
    {
        var tokens = new SqlTokens(text);
        while (tokens.Read())
        {
            if (tokens.Mark == '\0') ReadName(tokens);
            else ReadMark(tokens);
        }
    }

    private void ReadMark(in SqlTokens tokens)
    {
        switch (tokens.Mark)
        {
            case '(':
                // A function's call, or a list of columns: what stood before is no table's place any more, but behind `top (1)`. A join may stand in them.
                var holdsTables = (_previous & Word.Inherits) != 0 || (_level.Next == Place.Table && ((_previous & Word.Join) != 0 || _level.List == Place.Table));
                if ((_previous & Word.Top) == 0) _level.Next = Place.None;
                (_around ??= new()).Push(_level);
                _level = _level.Inside(holdsTables ? Place.Table : Place.None, (_previous & Word.Inherits) != 0 ? Place.Table : Place.None);
                break;
            case ')' when _around is { Count: > 0 }:
                _level = _around.Pop();
                break;
            case ',':
                _level.Next = _level.List;
                break;
            case ';':
                _around?.Clear();
                _level = new();
                _previous = Word.None;
                _begins = true;
                break;
            case '\'':
                ReadText(tokens);
                break;
            case '$' when _level.HasBody:
                var body = new SqlSchemas(_isOwn, _knowsOthers, isBody: true, _offset + tokens.InnerStart) { _found = _found };
                body.Read(tokens.Inner);
                _found = body._found;
                _hasTable |= body._hasTable;
                break;
        }
    }

    private void ReadText(in SqlTokens tokens)
    {
        if (_level.Next == Place.Schema || _argument == Word.SearchPath)
        {
            _level.Next = Place.None;
            _argument = Word.None;
            var start = tokens.InnerStart;
            foreach (var schema in tokens.Inner.Split(','))
            {
                Add(schema, start, null);
                start += schema.Length + 1;
            }
        }
        else if (_argument == Word.SetConfig)
        {
            _argument = tokens.Inner.Equals("search_path", StringComparison.OrdinalIgnoreCase) ? Word.SearchPath : Word.None;
        }
        else if (_argument == Word.TakesName)
        {
            _argument = Word.None;
            AddSchemaOf(tokens.Inner, tokens.InnerStart, isCall: false);
        }
    }

    private void ReadName(in SqlTokens tokens)
    {
        var word = SqlPlaces.Words.KindOf(tokens);
        var begins = _begins;
        _begins = false;
        if (_level.Next != Place.None)
        {
            if ((word & Word.Between) != 0)
            {
                _previous = word;
                return;
            }
            var place = _level.Next;
            _level.Next = Place.None;
            if ((word & (Word.BeforeTable | Word.EndsList | Word.Schema)) == 0)
            {
                AddAt(place, tokens);
                _previous = word;
                return;
            }
        }
        _argument = word & (Word.TakesName | Word.SetConfig);
        if ((word & Word.BeforeTable) != 0 && IsTable(word, tokens))
        {
            _level.Next = Place.Table;
            _level.List = (word & Word.BeginsList) != 0 ? Place.Table : Place.None;
        }
        else if (IsSchema(word, tokens, begins))
        {
            _level.Next = _level.List = Place.Schema;
        }
        else if ((word & Word.EndsList) != 0 || ((word & (Word.BeforeTable | Word.MayBeColumn)) == Word.BeforeTable && (word & (Word.On | Word.Using)) == 0))
        {
            _level.List = Place.None;
        }
        else if (tokens.HasDot && tokens.After == '(' && tokens.Before != '@' && !IsMethod(tokens.Name))
        {
            AddSchemaOf(tokens.Name, tokens.Start, isCall: true);
        }
        // Of an index and a trigger the first word only says what they are on.
        if ((word & Word.On) != 0) _level.IsIndex = false;
        _level.Note(word, begins);
        _previous = word;
    }

    private bool IsTable(Word word, in SqlTokens tokens)
    {
        // `is distinct from x.y`, and extract(year from x.y), trim(both from x.y): no select at that depth.
        if ((word & Word.From) != 0) return _level.HasVerb && (_previous & Word.Distinct) == 0;
        // `on duplicate key update a.x = 1`: the row that there is.
        if ((word & Word.Update) != 0) return (_previous & Word.Key) == 0;
        // Only an index, a trigger and a right are on a table; a join is on a condition.
        if ((word & Word.On) != 0) return _level.IsIndex;
        // `partition of x.y` and `create table t of x.y`; `like` is a condition but in the columns of what is made.
        if ((word & Word.Of) != 0) return _level.IsChange;
        if ((word & Word.Like) != 0) return _level.IsOfChange;
        // `alter column c type int using t.c` and `execute … using r.x` take a value.
        if ((word & Word.Using) != 0) return _level.BeforeUsing;
        // In a body variables are filled, and what is executed may be the field of one.
        if (_isBody && (word & Word.Into) != 0) return (_previous & Word.BeforeInto) != 0;
        if (_isBody && (word & Word.Execute) != 0) return false;
        return (word & Word.MayBeColumn) == 0 || SqlTokens.BeginsName(tokens.After);
    }

    private bool IsSchema(Word word, in SqlTokens tokens, bool begins)
    {
        if ((word & Word.Schema) != 0) return (_previous & Word.BeforeSchema) != 0 && ((_previous & Word.On) == 0 || _level.IsChange) && (tokens.After == '\'' || SqlTokens.BeginsName(tokens.After));
        if ((word & Word.SearchPath) != 0) return (_previous & Word.BeforePath) != 0;
        return (word & Word.Use) != 0 && begins && SqlTokens.BeginsName(tokens.After);
    }

    private static bool IsFile(string name) => FileEndings.Contains(name.Substring(name.LastIndexOf('.') + 1));

    // What has three parts is a column's of a table, and XML in a column of SQL Server is asked by these.
    private static bool IsMethod(string name) =>
        name.IndexOf('.', 0) is var dot && (name.IndexOf('.', dot + 1) >= 0 || name.Substring(dot + 1).Trim().ToLowerInvariant() is "value" or "query" or "exist" or "nodes" or "modify");

    private void AddAt(Place place, in SqlTokens tokens)
    {
        // In a program "Select files from backup.zip" is English.
        if (!_knowsOthers && IsFile(tokens.Name)) return;
        _hasTable |= place == Place.Table;
        if (place == Place.Table) AddSchemaOf(tokens.Name, tokens.Start, isCall: false);
        else if (!tokens.HasDot) Add(tokens.Name, tokens.Start, null);
    }

    private void AddSchemaOf(string name, int start, bool isCall)
    {
        var end = name.LastIndexOf('.');
        if (end <= 0) return;
        var inside = Bare(name.Substring(end + 1));
        while (end > 0)
        {
            var begin = name.LastIndexOf('.', end - 1) + 1;
            if (Add(name.Substring(begin, end - begin), start + begin, inside, isCall)) return;
            // Of three parts the first is a database, which only others' names tell from one of one's own; of `shop..lines` it is all that there is.
            end = _knowsOthers || begin == end ? begin - 1 : -1;
        }
    }

    private bool Add(string written, int start, string? inside, bool isCall = false)
    {
        var schema = Bare(written);
        if (schema.Length == 0 || schema == "$user" || schema.IndexOf(SqlTokens.PutIn, 0) >= 0 || _isOwn(schema)) return false;
        var at = _offset + start + written.IndexOf(schema, StringComparison.Ordinal);
        (_found ??= []).Add(new(schema, at, inside, isCall));
        return true;
    }

    // Without its quotes, or without the comment behind it.
    private static string Bare(string part)
    {
        part = part.Trim();
        if (part.Length == 0 || !SqlTokens.IsInName(part[0])) return part.Trim('"', '[', ']', '`');
        var end = 0;
        while (end < part.Length && SqlTokens.IsInName(part[end])) end++;
        return part.Substring(0, end);
    }

    private struct Level
    {
        /// <summary>What the next name is.</summary>
        public Place Next { get; set; }

        /// <summary>What a comma is followed by.</summary>
        public Place List { get; set; }

        public bool HasVerb { get; private set; }

        public bool IsIndex { get; set; }

        public bool BeforeUsing { get; private set; }

        public bool HasBody { get; private set; }

        public bool IsChange { get; private set; }

        /// <summary>Whether it is what a change puts in parentheses.</summary>
        public bool IsOfChange { get; private set; }

        public readonly Level Inside(Place next, Place list) => new() { Next = next, List = list, IsOfChange = IsChange };

        public void Note(Word word, bool begins)
        {
            HasVerb |= (word & Word.Verb) != 0;
            BeforeUsing |= (word & Word.BeforeUsing) != 0;
            IsChange |= (word & Word.Change) != 0;
            HasBody |= (begins || IsChange) && (word & Word.HasBody) != 0;
            IsIndex |= IsChange && (word & Word.Index) != 0;
        }
    }
}
