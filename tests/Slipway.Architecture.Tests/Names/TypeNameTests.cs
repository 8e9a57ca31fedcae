namespace Slipway.Architecture.Tests.Names;

public class TypeNameTests
{
    private static readonly string[] Empty = ["Manager", "Helper", "Helpers", "Util", "Utils", "Utility", "Utilities", "Common", "Base"];

    [Fact]
    public void A_type_is_named_for_what_it_is() =>
        Rule.Holds(
            "These words say nothing of what a type is or does:",
            from file in SourceFile.Own
            where !file.Path.StartsWith("src/Upstream/", StringComparison.Ordinal) // names of the packages that they stand in for
            from type in file.Types
            where Empty.Any(word => type.Identifier.Text.EndsWith(word, StringComparison.Ordinal))
            select $"{file.Path}: {type.Identifier.Text}");
}
