namespace Assistant.Prompts;

/// <summary>One message of a prompt, as its file has it.</summary>
internal sealed record PromptMessage
{
    /// <summary><c>system</c> or <c>user</c>.</summary>
    public string Role { get; init; } = "";

    /// <summary>The text, with <c>{{question}}</c> and <c>{{facts}}</c> where they go.</summary>
    public string Content { get; init; } = "";
}
