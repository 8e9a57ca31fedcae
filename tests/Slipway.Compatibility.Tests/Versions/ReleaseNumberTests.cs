using Slipway.Compatibility.Versions;

namespace Slipway.Compatibility.Tests.Versions;

public class ReleaseNumberTests
{
    [Theory]
    [InlineData("1.4.2", Reach.Break, "2.0.0")]
    [InlineData("1.4.2", Reach.Addition, "1.5.0")]
    [InlineData("1.4.2", Reach.None, "1.4.3")]
    [InlineData("0.4.2", Reach.Break, "0.5.0")]
    [InlineData("0.4.2", Reach.Addition, "0.4.3")]
    public void A_break_moves_the_first_number_an_addition_the_second_and_before_1_each_one_less(string released, Reach reach, string right) =>
        Assert.Equal(right, Number(released).After(reach).ToString());

    [Theory]
    [InlineData("1.4.2", "1.5.0-dev.g0123456789ab", false)]
    [InlineData("1.4.2", "2.0.0-dev.g0123456789ab", true)]
    [InlineData("1.4.2", "2.0.0", true)]
    [InlineData("0.4.2", "0.4.3", false)]
    [InlineData("0.4.2", "0.5.0", true)]
    [InlineData("1.4.2", "1.4.2", false)]
    public void A_version_may_break_what_a_lesser_first_number_promised(string released, string today, bool may) => Assert.Equal(may, Number(today).MayBreak(Number(released)));

    [Theory]
    [InlineData("")]
    [InlineData("1.2")]
    [InlineData("v1.2.3")]
    [InlineData("1.2.3.4")]
    [InlineData("1.-2.3")]
    public void What_is_no_version_is_refused(string text) => Assert.False(ReleaseNumber.TryParse(text, out _));

    private static ReleaseNumber Number(string text) => ReleaseNumber.TryParse(text, out var number) ? number : throw new ArgumentException(text);
}
