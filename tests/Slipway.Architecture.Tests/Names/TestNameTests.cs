using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Slipway.Architecture.Tests.Names;

public partial class TestNameTests
{
    [Fact]
    public void A_test_is_named_as_a_sentence() =>
        Rule.Holds(
            "A test's name is a sentence that says a behaviour, alone or after its class's name as the subject; underscores stand between its words:",
            from file in SourceFile.Own
            where file.Path.StartsWith("tests/", StringComparison.Ordinal)
            from method in file.Nodes<MethodDeclarationSyntax>()
            where method.AttributeLists.SelectMany(list => list.Attributes).Any(attribute => attribute.Name.ToString() is "Fact" or "Theory")
            where !Sentence().IsMatch(method.Identifier.Text)
            select $"{file.Path}: {method.Identifier.Text}");

    [GeneratedRegex("^[A-Z][A-Za-z0-9]*(_[A-Za-z0-9]+)+$")]
    private static partial Regex Sentence();
}
