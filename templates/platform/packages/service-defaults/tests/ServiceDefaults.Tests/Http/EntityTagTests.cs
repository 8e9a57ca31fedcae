using ServiceDefaults.Http;

namespace ServiceDefaults.Tests.Http;

public sealed class EntityTagTests
{
    [Fact]
    public void A_version_survives_the_way_out_and_back()
    {
        Assert.True(EntityTag.TryRead(EntityTag.Of(42), out var version));
        Assert.Equal(42, version);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("42")]
    [InlineData("*")]
    [InlineData("W/\"42\"")]
    [InlineData("\"-1\"")]
    [InlineData("\"42")]
    public void Anything_else_is_refused(string? header) => Assert.False(EntityTag.TryRead(header, out _));
}
