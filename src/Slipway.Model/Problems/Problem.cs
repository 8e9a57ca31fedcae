namespace Slipway.Model.Problems;

/// <summary>One thing that is wrong with what somebody gave us.</summary>
public sealed record Problem
{
    /// <summary>The stable code, such as <c>SLP1003</c>; each has a page in the reference.</summary>
    public required string Code { get; init; }

    /// <summary>What is wrong and why, in one sentence.</summary>
    public required string Message { get; init; }

    /// <summary>How to mend it, in one sentence; with the nearest right spelling where there is one.</summary>
    public string? Mend { get; init; }

    /// <summary>The file, relative to the platform's root where it lies below it.</summary>
    public string? File { get; init; }

    /// <summary>Counted from 1.</summary>
    public int? Line { get; init; }

    /// <summary>Counted from 1.</summary>
    public int? Column { get; init; }

    /// <summary><c>services/catalog/unit.yaml(3,7)</c>, or empty.</summary>
    public string Location => (File, Line, Column) switch
    {
        (null, _, _) => "",
        (_, null, _) => File,
        (_, _, null) => $"{File}({Line})",
        _ => $"{File}({Line},{Column})",
    };

    /// <summary>Location, code, message and mend on as few lines as they need.</summary>
    public override string ToString()
    {
        var head = Location is "" ? $"{Code}: {Message}" : $"{Printable.Of(Location)}: {Code}: {Message}";
        return Printable.Lines(Mend is null ? head : $"{head}\n  mend: {Mend}");
    }
}
