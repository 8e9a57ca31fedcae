using Slipway.Model.Stages;
using Slipway.Security.Compile;

namespace Slipway.Security.Tests.Compile;

public class SecurityFindingsTests
{
    [Theory]
    [InlineData("CA2100")]
    [InlineData("CA5405")]
    [InlineData("EF1002")]
    [InlineData("SCS0002")]
    public void A_security_rule_is_an_error(string id)
    {
        Assert.True(SecurityFindings.Contains(id));
        Assert.Equal(Severity.Error, SecurityFindings.SeverityOf(id));
    }

    [Theory]
    [InlineData("CA1822")]
    [InlineData("CS0103")]
    [InlineData("EF1001")]
    public void Other_rules_are_none(string id) => Assert.False(SecurityFindings.Contains(id));

    [Fact]
    public void Randomness_is_a_note() => Assert.Equal(Severity.Note, SecurityFindings.SeverityOf("CA5394"));
}
