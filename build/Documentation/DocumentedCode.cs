namespace Slipway.Build.Documentation;

/// <summary>A code constant of the source.</summary>
/// <param name="Id"><c>SLP1003</c>, <c>SLW1001</c> or <c>MIG101</c>.</param>
/// <param name="Title">Its doc comment, without a full stop.</param>
/// <param name="Constant"><c>YamlCodes.DuplicateKey</c></param>
/// <param name="Project">The folder's name below <c>src</c>, or <c>build</c>.</param>
internal sealed record DocumentedCode(string Id, string Title, string Constant, string Project)
{
    /// <summary>A rule has a page that is written by hand; a message has one that is generated.</summary>
    public bool IsRule => Id.StartsWith("SLW", StringComparison.Ordinal) || Id.StartsWith("MIG", StringComparison.Ordinal);

    public string Page => $"diagnostics/{Id}.md";
}
