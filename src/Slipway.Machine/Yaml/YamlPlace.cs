namespace Slipway.Machine.Yaml;

/// <summary>A place in a file, and where problems found there go.</summary>
/// <param name="File">As messages show it.</param>
/// <param name="Line">Counted from 1.</param>
/// <param name="Column">Counted from 1.</param>
/// <param name="Problems">Shared by all nodes of a reading.</param>
public sealed record YamlPlace(string File, int Line, int Column, YamlProblems Problems)
{
    /// <summary>Adds a problem at this place.</summary>
    public void Report(string code, string message, string? mend = null) =>
        Problems.Add(new() { Code = code, Message = message, Mend = mend, File = File, Line = Line, Column = Column });

    public override string ToString() => $"{File}({Line},{Column})";
}
