namespace Slipway.Analyzers.Data;

/// <summary>A schema that SQL names.</summary>
internal readonly struct SqlSchema(string name, int start, string? inside, bool isCall)
{
    /// <summary>As written, without its quotes.</summary>
    public string Name { get; } = name;

    /// <summary>Where it stands in the text.</summary>
    public int Start { get; } = start;

    /// <summary>The table or function of it that is named; null where the schema itself is.</summary>
    public string? Inside { get; } = inside;

    /// <summary>Whether it stands before a function in an expression, where a column with a method could stand as well.</summary>
    public bool IsCall { get; } = isCall;
}
