using Slipway.Model.Problems;

namespace Slipway.Model.Stages;

/// <summary>One thing that a stage found in somebody's code or files.</summary>
public sealed record Finding
{
    /// <summary>The rule's stable id: <c>CS0103</c>, <c>CA2100</c>, <c>SLW1001</c>, <c>no-unused-vars</c>.</summary>
    public required string Id { get; init; }

    public required Severity Severity { get; init; }

    public required string Message { get; init; }

    /// <summary>The file, relative to the platform's root, with forward slashes.</summary>
    public string? File { get; init; }

    /// <summary>Counted from 1.</summary>
    public int? Line { get; init; }

    /// <summary>Counted from 1.</summary>
    public int? Column { get; init; }

    /// <summary>How to mend it, where the tool knows.</summary>
    public string? Mend { get; init; }

    /// <summary><c>services/catalog/src/Catalog/Program.cs(12,5): error CS0103: …</c>, as editors and terminals link it.</summary>
    public override string ToString()
    {
        var where = (File, Line, Column) switch
        {
            (null, _, _) => "",
            (_, null, _) => $"{File}: ",
            (_, _, null) => $"{File}({Line}): ",
            _ => $"{File}({Line},{Column}): ",
        };
        return $"{Printable.Of(where)}{Severity.ToString().ToLowerInvariant()} {Id}: {Printable.Lines(Message)}";
    }
}
