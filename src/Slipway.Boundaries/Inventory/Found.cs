using Slipway.Model.Stages;

namespace Slipway.Boundaries.Inventory;

/// <summary>Makes findings.</summary>
internal static class Found
{
    /// <param name="id">The rule's.</param>
    /// <param name="file">From the platform's root.</param>
    /// <param name="line">Counted from 1; null for the whole file.</param>
    /// <param name="column">Counted from 1.</param>
    /// <param name="message">What and why. No line numbers: the baseline knows it by this text.</param>
    /// <param name="mend">How to mend it.</param>
    /// <param name="severity">Default: error.</param>
    public static Finding At(string id, string file, int? line, int? column, string message, string mend, Severity severity = Severity.Error) => new()
    {
        Id = id, Severity = severity, File = file, Line = line, Column = column, Message = message, Mend = mend,
    };
}
