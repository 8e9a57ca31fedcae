using System.ComponentModel.DataAnnotations;

namespace Assistant.ModelAccess;

/// <summary>Which model answers, and what a question may cost. Section <c>Model</c> of the configuration.</summary>
internal sealed class ModelOptions
{
    public const string Section = "Model";

    /// <summary>The root of an OpenAI-compatible API, such as <c>https://api.openai.com/v1</c>.</summary>
    [Required]
    public Uri? Endpoint { get; init; }

    /// <summary>The model's name there.</summary>
    [Required]
    public string Name { get; init; } = "";

    /// <summary>A reference, <c>env:NAME</c> or <c>file:PATH</c>; or the key itself, where the host has resolved the reference.</summary>
    [Required]
    public string Key { get; init; } = "";

    /// <summary>How long a question may take, the model's calls of tools included. Default 20 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:02:00")]
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Default 400.</summary>
    [Range(50, 4000)]
    public int MaxAnswerTokens { get; init; } = 400;

    /// <summary>Default 0.2, with which the suite judges the prompt.</summary>
    [Range(0f, 2f)]
    public float Temperature { get; init; } = 0.2f;
}
