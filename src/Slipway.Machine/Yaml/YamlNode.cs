namespace Slipway.Machine.Yaml;

/// <summary>A scalar, a list or a map, with its place.</summary>
public abstract class YamlNode
{
    private protected YamlNode(YamlPlace place) => Place = place;

    public YamlPlace Place { get; }

    public int Line => Place.Line;

    public int Column => Place.Column;

    /// <summary>What it is, for messages: "a list", "the text 'x'".</summary>
    public abstract string Kind { get; }

    /// <summary>Adds a problem at this node.</summary>
    public void Report(string code, string message, string? mend = null) => Place.Report(code, message, mend);

    internal void ReportType(string what, string wanted, string? mend = null) =>
        Report(YamlCodes.WrongType, $"{what} must be {wanted}, but is {Kind}.", mend ?? $"write {wanted}");
}
