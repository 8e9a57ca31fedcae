namespace Slipway.Architecture.Tests.Sizes;

public class FileLengthTests
{
    private const int Longest = 400;
    private const int Median = 60;
    private const int NinetiethPercentile = 150;

    /// <summary>The files that may be longer, and why. Empty is best.</summary>
    private static readonly Dictionary<string, string> Exceptions = [];

    [Fact]
    public void No_file_is_longer_than_400_lines() =>
        Rule.Holds(
            $"A file of more than {Longest} lines holds more than one concept:",
            SourceFile.Own.Where(file => file.Lines > Longest && !Exceptions.ContainsKey(file.Path)).Select(file => $"{file.Path}: {file.Lines}"));

    [Fact]
    public void No_exception_is_left_that_nobody_needs() =>
        Rule.Holds(
            "An exception stands for a file that exists and is long:",
            Exceptions.Keys.Where(path => !Repository.OwnCode.Contains(path) || SourceFile.Read(path).Lines <= Longest));

    [Theory]
    [InlineData("src/")]
    [InlineData("tests/")]
    public void Files_are_small(string place)
    {
        int[] lengths = [.. SourceFile.Own.Where(file => file.Path.StartsWith(place, StringComparison.Ordinal)).Select(file => file.Lines).Order()];
        var median = lengths[lengths.Length / 2];
        var ninetieth = lengths[lengths.Length * 9 / 10];

        TestContext.Current.TestOutputHelper?.WriteLine($"{place} has {lengths.Length} files: median {median}, p90 {ninetieth}, longest {lengths[^1]}");
        Assert.True(median <= Median, $"The median of the files of {place} is {median} lines; {Median} is the most.");
        Assert.True(ninetieth <= NinetiethPercentile, $"The p90 of the files of {place} is {ninetieth} lines; {NinetiethPercentile} is the most.");
    }
}
