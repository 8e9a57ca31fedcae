using System.ComponentModel.DataAnnotations;

namespace SampleUnit.Notes;

public sealed record WriteNote
{
    [Required, StringLength(Note.TextLength)]
    public string Text { get; init; } = "";
}
