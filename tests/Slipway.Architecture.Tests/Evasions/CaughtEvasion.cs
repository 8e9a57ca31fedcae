namespace Slipway.Architecture.Tests.Evasions;

/// <summary>A row of the catalogue, and the test that catches it.</summary>
/// <param name="Row">Its number there.</param>
/// <param name="By">What catches it.</param>
/// <param name="Test">File below <c>tests/</c> and method, <c>Slipway.Boundaries.Tests/Links/LinkTests.cs:A_link_…</c>.</param>
/// <param name="FixtureFile">Where the fixture stands if not in the test's own file.</param>
/// <param name="Fixture">What of the fixture has to stand there; null where the test is about nothing else.</param>
/// <param name="Twin">The test in which the same, done lawfully, is clean.</param>
internal sealed record CaughtEvasion(int Row, Ring By, string Test, string? FixtureFile, string? Fixture, string Twin)
{
    /// <summary>What is missing of it; empty where test, fixture and twin are there.</summary>
    public IEnumerable<string> Missing()
    {
        foreach (var test in new[] { Test, Twin }.Where(test => !Holds(test))) yield return $"row {Row}: there is no test {test}";
        var file = FixtureFile ?? FileOf(Test);
        if (Fixture is not null && !Plain(Repository.Read($"tests/{file}")).Contains(Fixture, StringComparison.Ordinal)) yield return $"row {Row}: {file} has no fixture with {Fixture}";
    }

    public override string ToString() => $"{Row,3}  {By,-10}  {Method(Test)}{(Fixture is null ? "" : $" [{Fixture}]")}  twin: {Method(Twin)}";

    private static bool Holds(string test) => File.Exists(Path.Combine(Repository.Root, "tests", FileOf(test)))
        && SourceFile.Read($"tests/{FileOf(test)}").Nodes<Microsoft.CodeAnalysis.CSharp.Syntax.MethodDeclarationSyntax>().Any(method => method.Identifier.Text == Method(test) && method.AttributeLists.Count > 0);

    private static string FileOf(string test) => test[..test.IndexOf(':', StringComparison.Ordinal)];

    private static string Method(string test) => test[(test.IndexOf(':', StringComparison.Ordinal) + 1)..];

    // Quotes within texts of C# are escaped, or not.
    private static string Plain(string code) => code.Replace("\\\"", "\"", StringComparison.Ordinal);
}
