namespace Slipway.Frosting.Hosting;

/// <summary>Which branch a pull request asks to be merged into, as the CI service says in the environment.</summary>
internal static class PullRequestTarget
{
    public static string? Find()
    {
        if (Variable("GITHUB_BASE_REF") is { } github) return $"origin/{github}";
        if (Variable("CI_MERGE_REQUEST_DIFF_BASE_SHA") is { } gitlab) return gitlab;
        return Variable("SYSTEM_PULLREQUEST_TARGETBRANCH") is { } azure ? $"origin/{Branch(azure)}" : null;
    }

    private static string Branch(string reference) =>
        reference.StartsWith("refs/heads/", StringComparison.Ordinal) ? reference["refs/heads/".Length..] : reference;

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
