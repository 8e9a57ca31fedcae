namespace Sample;

/// <summary>What a task asks for in its constructor.</summary>
public sealed class Greeting
{
    public string Text { get; } = "Hello from the sample.";
}
