namespace Slipway.Suites;

/// <summary>One message of a prompt.</summary>
/// <param name="Role"><c>system</c>, <c>user</c> or <c>assistant</c>.</param>
/// <param name="Content">The text, possibly with <c>{{variables}}</c>.</param>
public sealed record ChatMessage(string Role, string Content);
