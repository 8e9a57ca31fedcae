using Microsoft.Extensions.AI;

namespace Assistant.Tests;

/// <summary>A model that says what the test tells it to, one turn after the other, and remembers what it was asked. No model is called.</summary>
internal sealed class FakeModel(params Func<CancellationToken, Task<ChatMessage>>[] turns) : IChatClient
{
    private readonly List<IReadOnlyList<ChatMessage>> _asked = [];

    /// <summary>The messages of each turn.</summary>
    public IReadOnlyList<IReadOnlyList<ChatMessage>> Asked => _asked;

    public ChatOptions? Options { get; private set; }

    public static Func<CancellationToken, Task<ChatMessage>> Says(string text) => _ => Task.FromResult(new ChatMessage(ChatRole.Assistant, text));

    public static Func<CancellationToken, Task<ChatMessage>> Replies(string answer, string outcome = "answered", params string[] skus) =>
        Says(System.Text.Json.JsonSerializer.Serialize(new { answer, skus, outcome }));

    public static Func<CancellationToken, Task<ChatMessage>> Calls(string tool, string query) => _ => Task.FromResult(new ChatMessage(
        ChatRole.Assistant, [new FunctionCallContent("call-1", tool, new Dictionary<string, object?> { ["query"] = query })]));

    public static Func<CancellationToken, Task<ChatMessage>> Throws(Exception failure) => _ => Task.FromException<ChatMessage>(failure);

    public static async Task<ChatMessage> NeverAnswers(CancellationToken cancellation)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, cancellation);
        throw new InvalidOperationException("The wait has no end but by cancellation.");
    }

    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        _asked.Add([.. messages]);
        Options = options;
        return new(await turns[Math.Min(_asked.Count, turns.Length) - 1](cancellationToken)) { ModelId = "fake" };
    }

    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("The assistant does not stream.");

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }
}
