using Slipway.Security.Secrets;

namespace Slipway.Security.Tests.Secrets;

public class WaiverTests
{
    private const string Secret = "var password = \"" + "S3cr3t-Pa55phrase!\";";

    [Theory]
    [InlineData(Secret + " // slipway-allow-secret: the key of a test double")]
    [InlineData("// slipway-allow-secret: the key of a test double\n" + Secret)]
    [InlineData("<!-- slipway-allow-secret: the key of a test double -->\n" + Secret)]
    public void A_comment_with_a_reason_waives_it_and_is_counted(string text)
    {
        Assert.Empty(SecretScanner.Scan("a.cs", text, out var waived));
        Assert.Equal(1, waived);
    }

    [Theory]
    [InlineData(Secret + " // slipway-allow-secret")]
    [InlineData(Secret + " // slipway-allow-secret:  ")]
    public void A_comment_without_a_reason_is_a_finding_of_its_own(string text)
    {
        var finding = Assert.Single(SecretScanner.Scan("a.cs", text, out var waived));

        Assert.Equal((RuleIds.UnexplainedWaiver, 0), (finding.Id, waived));
    }

    [Fact]
    public void It_reaches_no_further_than_the_next_line() =>
        Assert.Single(SecretScanner.Scan("a.cs", "// slipway-allow-secret: the key of a test double\n\n" + Secret, out _));
}
