namespace Slipway.Analyzers.Data;

/// <summary>What the words of SQL say of the places around them.</summary>
internal static class SqlPlaces
{
    [Flags]
    public enum Word
    {
        None = 0,

        /// <summary>A table, or what else is of a schema, stands after it.</summary>
        BeforeTable = 1,

        /// <summary>Within those words: what stood to come still does.</summary>
        Between = 1 << 1,

        /// <summary>No list of tables goes on after it.</summary>
        EndsList = 1 << 2,

        /// <summary>A <c>from</c> at its depth is followed by a table.</summary>
        Verb = 1 << 3,

        /// <summary>What is made is on a table.</summary>
        Index = 1 << 4,

        /// <summary>Behind it a <c>from</c> compares.</summary>
        Distinct = 1 << 5,

        /// <summary>A column may be called so: only a name directly behind it says that it is none.</summary>
        MayBeColumn = 1 << 6,

        /// <summary>After a comma another one stands.</summary>
        BeginsList = 1 << 7,

        /// <summary>It changes what there is, and no rows.</summary>
        Change = 1 << 8,

        /// <summary>A <c>using</c> at its depth is followed by a table.</summary>
        BeforeUsing = 1 << 9,

        /// <summary>An <c>into</c> behind it is followed by a table in every dialect; elsewhere variables may be filled.</summary>
        BeforeInto = 1 << 10,

        /// <summary>A schema is called so after it.</summary>
        BeforeSchema = 1 << 11,

        /// <summary>A search path may be set after it.</summary>
        BeforePath = 1 << 12,

        /// <summary>A text in dollars behind it is SQL.</summary>
        HasBody = 1 << 13,

        /// <summary>A function whose text is a name.</summary>
        TakesName = 1 << 14,

        From = 1 << 15,
        On = 1 << 16,
        Using = 1 << 17,
        Into = 1 << 18,
        Execute = 1 << 19,
        Schema = 1 << 20,
        SearchPath = 1 << 21,
        Use = 1 << 22,
        SetConfig = 1 << 23,
        Of = 1 << 24,
        Like = 1 << 25,
        Inherits = 1 << 26,
        Top = 1 << 27,
        Join = 1 << 28,
        Key = 1 << 29,
        Update = 1 << 30,
    }

    public static SqlWords<Word> Words { get; } = new(
        (Word.BeforeTable, "from join into update table using references view truncate copy on delete insert call exec execute lock index trigger sequence function procedure of like merge"),
        (Word.Between, "only if exists not lateral concurrently table to function procedure sequence top"),
        (Word.EndsList, "where group order having limit set values select returning union except intersect window of to default"),
        (Word.Verb, "select delete update copy"),
        (Word.Index, "index trigger policy grant revoke"),
        (Word.Distinct, "distinct"),
        (Word.MayBeColumn, "view index trigger sequence function procedure call exec execute lock delete insert merge"),
        (Word.BeginsList, "from join using table truncate lock update"),
        (Word.Change, "create alter drop grant revoke"),
        (Word.BeforeUsing, "delete merge"),
        (Word.BeforeInto, "insert merge"),
        (Word.BeforeSchema, "drop alter set on in"),
        (Word.BeforePath, "set local session"),
        (Word.HasBody, "do function procedure"),
        (Word.TakesName, "nextval currval setval to_regclass"),
        (Word.From, "from"),
        (Word.On, "on"),
        (Word.Using, "using"),
        (Word.Into, "into"),
        (Word.Execute, "exec execute"),
        (Word.Schema, "schema"),
        (Word.SearchPath, "search_path"),
        (Word.Use, "use"),
        (Word.SetConfig, "set_config"),
        (Word.Of, "of"),
        (Word.Like, "like"),
        (Word.Inherits, "inherits"),
        (Word.Top, "top"),
        (Word.Join, "join"),
        (Word.Key, "key"),
        (Word.Update, "update"));
}
