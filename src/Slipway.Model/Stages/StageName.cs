using System.Diagnostics.CodeAnalysis;

namespace Slipway.Model.Stages;

/// <summary>A stage's name as targets and reports spell it: lower case. Platforms may add stages of their own.</summary>
public sealed record StageName
{
    public static readonly StageName Restore = new("restore");
    public static readonly StageName Typecheck = new("typecheck");
    public static readonly StageName Lint = new("lint");
    public static readonly StageName Boundaries = new("boundaries");
    public static readonly StageName Unit = new("unit");
    public static readonly StageName Migrations = new("migrations");
    public static readonly StageName Integration = new("integration");
    public static readonly StageName Evaluate = new("evaluate");
    public static readonly StageName Security = new("security");
    public static readonly StageName Package = new("package");
    public static readonly StageName Sign = new("sign");
    public static readonly StageName Verify = new("verify");

    private readonly string _text;

    public StageName(string text)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        if (!IsValid(text))
            throw new ArgumentException($"'{text}' is not a stage's name; expected lower-case letters, digits and hyphens.", nameof(text));
        _text = text;
    }

    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out StageName? name)
    {
        name = IsValid(text) ? new(text) : null;
        return name is not null;
    }

    public override string ToString() => _text;

    private static bool IsValid([NotNullWhen(true)] string? text) =>
        !string.IsNullOrEmpty(text) && text.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-');
}
