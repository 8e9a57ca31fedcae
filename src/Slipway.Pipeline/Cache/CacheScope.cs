using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Slipway.Pipeline.Cache;

/// <summary>For whom an entry was written. A pull request reads what main wrote; main never looks at what a pull request wrote.</summary>
internal sealed partial record CacheScope
{
    private const string Prefix = "pull-request:";

    private CacheScope(string text) => Text = text;

    public static CacheScope Main { get; } = new("main");

    /// <summary><c>main</c>, or <c>pull-request:</c> and its id.</summary>
    public string Text { get; }

    /// <summary>Where this scope looks, in this order.</summary>
    public ImmutableArray<CacheScope> Reads => this == Main ? [Main] : [this, Main];

    /// <param name="id">What the forge calls it: letters, digits, <c>.</c>, <c>_</c>, <c>-</c>; 64 at most.</param>
    public static CacheScope PullRequest(string id) => Id.IsMatch(id)
        ? new(Prefix + id)
        : throw new ArgumentException($"'{id}' is not a pull request's id; expected letters, digits, '.', '_' and '-'.", nameof(id));

    /// <summary>That of the pull request which the CI service says is built; main everywhere else.</summary>
    /// <param name="variable">Looks up an environment variable.</param>
    public static CacheScope FromEnvironment(Func<string, string?> variable)
    {
        var github = variable("GITHUB_REF") is { } reference && reference.StartsWith("refs/pull/", StringComparison.Ordinal) ? reference.Split('/')[2] : null;
        var id = github ?? variable("CI_MERGE_REQUEST_IID") ?? variable("SYSTEM_PULLREQUEST_PULLREQUESTID");
        return string.IsNullOrEmpty(id) ? Main : PullRequest(id);
    }

    /// <exception cref="FormatException">It is neither.</exception>
    public static CacheScope Parse(string text)
    {
        if (text == Main.Text) return Main;
        return text.StartsWith(Prefix, StringComparison.Ordinal) && Id.IsMatch(text[Prefix.Length..])
            ? new(text)
            : throw new FormatException($"'{text}' is not a scope; expected main, or pull-request: and an id.");
    }

    public override string ToString() => Text;

    [GeneratedRegex(@"\A[A-Za-z0-9._-]{1,64}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Id { get; }
}
