using System.Text.RegularExpressions;
using Slipway.Workspace.Discovery;

namespace Slipway.Workspace.Tests.Discovery;

public sealed class FolderMatcherTests
{
    private static readonly string[] Parts = ["a", "b", "*", "?", "**", "{name}", "/", "/", "-"];

    [Fact]
    public void It_matches_what_an_expression_of_the_same_meaning_matches_with_the_same_name()
    {
        var random = new Random(20261127);
        var (patterns, matches) = (0, 0);
        while (patterns < 3_000)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 9)).Select(_ => Parts[random.Next(Parts.Length)]));
            if (!FolderPattern.TryParse(text, out var pattern, out _)) continue;
            patterns++;
            var expression = Expression(text);
            for (var round = 0; round < 20; round++)
            {
                var folder = string.Join('/', Enumerable.Range(0, random.Next(1, 5)).Select(_ => string.Concat(Enumerable.Range(0, random.Next(1, 5)).Select(_ => "ab-"[random.Next(3)]))));
                var match = expression.Match(folder);
                var name = !match.Success ? null : pattern.HasName ? match.Groups["name"].Value : folder[(folder.LastIndexOf('/') + 1)..];
                matches += match.Success ? 1 : 0;

                Assert.True(name == pattern.Match(folder), $"'{text}' on '{folder}': {pattern.Match(folder)}, not {name}");
            }
        }
        Assert.True(matches > 2_000, $"Only {matches} matches say anything.");
    }

    [Fact]
    public void Wildcards_that_could_be_shared_out_in_many_ways_are_not_tried_in_every_one()
    {
        Assert.True(FolderPattern.TryParse(string.Concat(Enumerable.Repeat("*a", 40)) + "*b", out var pattern, out _));

        Assert.Null(pattern.Match(new string('a', 4_000)));
        Assert.NotNull(pattern.Match(new string('a', 4_000) + "b"));
    }

    private static Regex Expression(string text)
    {
        var segments = text.Split('/').Select((segment, index) => (segment, last: index == text.Count(letter => letter == '/')));
        var expression = segments.Select(part => part.segment != "**" ? Segment(part.segment) + (part.last ? "" : "/") : part.last ? ".+" : "(?:[^/]+/)*");
        return new($@"\A{string.Concat(expression)}\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
    }

    private static string Segment(string segment) => Regex.Escape(segment)
        .Replace(Regex.Escape("{name}"), "(?<name>[^/]+)", StringComparison.Ordinal)
        .Replace(@"\*", "[^/]*", StringComparison.Ordinal)
        .Replace(@"\?", "[^/]", StringComparison.Ordinal);
}
