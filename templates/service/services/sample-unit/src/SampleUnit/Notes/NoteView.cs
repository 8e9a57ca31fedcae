namespace SampleUnit.Notes;

/// <summary>A note as callers see it.</summary>
public sealed record NoteView
{
    public required Guid Id { get; init; }

    public required string Text { get; init; }

    public required DateTimeOffset WrittenAt { get; init; }

    public static NoteView Of(Note note) => new() { Id = note.Id, Text = note.Text, WrittenAt = note.WrittenAt };
}
