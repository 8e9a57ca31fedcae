using System.Text.RegularExpressions;

namespace Slipway.Migrations.Staging;

/// <summary>What PostgreSQL says is missing.</summary>
/// <param name="State">Its code.</param>
/// <param name="Message">Its sentence.</param>
/// <param name="Detail">More of it.</param>
internal sealed partial record Complaint(string State, string Message, string Detail)
{
    /// <summary>What stands in quotes.</summary>
    public string[] Names { get; } = [.. Quoted.Matches(Message).Select(match => match.Groups["name"].Value)];

    public bool Says(string begin, string? end = null) => Message.StartsWith(begin, StringComparison.Ordinal) && (end is null || Message.EndsWith(end, StringComparison.Ordinal));

    [GeneratedRegex("\"(?<name>[^\"]+)\"", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Quoted { get; }
}
