namespace SampleUnit.Tests;

public sealed class PercentageTests
{
    [Fact]
    public void It_takes_its_share_of_a_whole() => Assert.Equal(12.5m, Percentage.Of(25m).From(50m));

    [Theory]
    [InlineData(-1)]
    [InlineData(101)]
    public void It_lies_between_nothing_and_everything(int value) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Percentage.Of(value));

    [Fact]
    public void It_is_printed_the_same_in_every_country() => Assert.Equal("7.5 %", Percentage.Of(7.50m).ToString());
}
