namespace Slipway.BuildLog;

/// <summary>The file that <see cref="FindingLogger"/> leaves.</summary>
public static class LoggedEvents
{
    /// <summary>Everything in it, in the order in which it was said; what was cut off in the midst of an event ends before that.</summary>
    public static IReadOnlyList<LoggedEvent> Read(string path)
    {
        var events = new List<LoggedEvent>();
        using var file = File.OpenRead(path);
        using var reader = new BinaryReader(file);
        try
        {
            while (file.Position < file.Length)
            {
                events.Add(new(
                    (LoggedKind)reader.ReadInt32(), reader.ReadString(), reader.ReadString(), reader.ReadString(), reader.ReadInt32(), reader.ReadInt32(),
                    reader.ReadString()));
            }
        }
        catch (EndOfStreamException)
        {
            // The writer was killed.
        }
        return events;
    }

    internal static void Write(BinaryWriter writer, LoggedEvent said)
    {
        writer.Write((int)said.Kind);
        writer.Write(said.Code);
        writer.Write(said.Message);
        writer.Write(said.File);
        writer.Write(said.Line);
        writer.Write(said.Column);
        writer.Write(said.Project);
    }
}
