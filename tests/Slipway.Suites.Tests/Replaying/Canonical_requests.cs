using System.Text.Json;
using Slipway.Suites.Recordings;

namespace Slipway.Suites.Tests.Replaying;

/// <summary>The examples of RFC 8785, section 3.2.2 and appendix B.</summary>
public sealed class Canonical_requests
{
    [Theory]
    [InlineData("0.000001", "0.000001")]
    [InlineData("1e-7", "1e-7")]
    [InlineData("1E30", "1e+30")]
    [InlineData("4.50", "4.5")]
    [InlineData("2e-3", "0.002")]
    [InlineData("333333333.33333329", "333333333.3333333")]
    [InlineData("0.000000000000000000000000001", "1e-27")]
    [InlineData("-0", "0")]
    [InlineData("9007199254740992", "9007199254740992")]
    [InlineData("1e20", "100000000000000000000")]
    [InlineData("0.1", "0.1")]
    [InlineData("""{ "b": [true, null], "a": "\u20ac$\u000F\nA'B\"\\\u002f" }""", """{"a":"€$\u000f\nA'B\"\\/","b":[true,null]}""")]
    public void Have_one_form(string written, string canonical) =>
        Assert.Equal(canonical, CanonicalJson.Write(JsonElement.Parse(written)));
}
