namespace SampleUnit.Notes;

/// <summary>A line that somebody wrote down.</summary>
public sealed class Note
{
    public const int TextLength = 2000;

    public Guid Id { get; private init; }

    public string Text { get; private init; } = "";

    public DateTimeOffset WrittenAt { get; private init; }

    /// <summary>Ids are made in the order of time, so the newest note has the greatest.</summary>
    public static Note Write(string text, DateTimeOffset now) => new() { Id = Guid.CreateVersion7(now), Text = text.Trim(), WrittenAt = now };
}
