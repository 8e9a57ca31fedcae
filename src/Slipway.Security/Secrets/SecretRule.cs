using System.Text.RegularExpressions;

namespace Slipway.Security.Secrets;

/// <summary>One pattern of secrets.</summary>
/// <param name="Id">The finding's id.</param>
/// <param name="Pattern">Finds candidates; group <c>secret</c>, where there is one, is the value, and group names say what it is.</param>
/// <param name="Accepts">Whether a candidate is a real secret: the value, and the file that it stands in.</param>
/// <param name="What">What it is, for the message, of a match.</param>
internal sealed record SecretRule(string Id, Regex Pattern, Func<Match, string, bool> Accepts, Func<Match, string> What);
