using ServiceDefaults.Http;

namespace ServiceDefaults.Tests.Http;

public sealed class PageTokenTests
{
    [Fact]
    public void A_token_gives_back_the_key_that_it_was_made_of()
    {
        var key = new Key("Über/äöü?&=", Guid.NewGuid());

        Assert.True(PageToken.TryRead<Key>(PageToken.Write(key), out var read));
        Assert.Equal(key, read);
    }

    [Fact]
    public void A_token_needs_no_escaping_in_an_address()
    {
        var token = PageToken.Write(new Key(new string('?', 200), Guid.NewGuid()));

        Assert.Equal(token, Uri.EscapeDataString(token));
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("*")]
    [InlineData("bnVsbA")]
    [InlineData("MTI")]
    public void A_word_that_is_no_token_is_refused(string token) => Assert.False(PageToken.TryRead<Key>(token, out _));

    private sealed record Key(string Name, Guid Id);
}
