using Slipway.Model.Problems;
using Slipway.Pipeline.Cache;

namespace Slipway.Pipeline.Tests.Cache;

public sealed class SettingsTests
{
    private const string Url = "SLIPWAY_REMOTE_CACHE";
    private const string Token = "SLIPWAY_REMOTE_CACHE_TOKEN";

    [Fact]
    public void Without_any_the_cache_is_the_users_of_ten_gibibytes_and_local()
    {
        var settings = Read();
        Assert.Equal(10L * 1024 * 1024 * 1024, settings.Size);
        Assert.True(Path.IsPathRooted(settings.Folder));
        Assert.Null(settings.Remote);
    }

    [Fact]
    public void Everything_that_outlives_outputs_lies_in_the_folder_that_is_named()
    {
        var folder = Path.Combine(Path.GetTempPath(), "named");
        var paths = CachePaths.Read(name => name == "SLIPWAY_CACHE" ? $" {folder} " : null);

        Assert.Equal(folder, paths.Root);
        Assert.Equal(folder, Read(("SLIPWAY_CACHE", folder)).Folder);
        Assert.All((string[])[paths.Images, paths.Evaluations], path => Assert.Equal(folder, Path.GetDirectoryName(path)));
    }

    [Theory]
    [InlineData("1048576", 1L << 20)]
    [InlineData("500 MiB", 500L << 20)]
    [InlineData("20GiB", 20L << 30)]
    [InlineData("2t", 2L << 40)]
    public void A_size_is_a_number_with_a_unit(string text, long size) => Assert.Equal(size, Read(("SLIPWAY_CACHE_SIZE", text)).Size);

    [Theory]
    [InlineData("SLIPWAY_CACHE_SIZE", "plenty")]
    [InlineData("SLIPWAY_CACHE_SIZE", "-1")]
    [InlineData("SLIPWAY_CACHE_SIZE", "99999999999T")]
    [InlineData(Url, "cache.example")]
    [InlineData(Url, "ftp://cache.example/")]
    [InlineData(Url, "https://cache.example/?instance=main")]
    public void What_is_wrong_is_said_with_the_name_of_the_setting(string name, string value) =>
        Assert.StartsWith($"{name} ", Assert.Single(Assert.Throws<BadInputException>(() => Read((name, value))).Problems).Message, StringComparison.Ordinal);

    [Fact]
    public void A_remote_is_only_read_unless_it_is_said_to_be_written()
    {
        Assert.False(Read((Url, "https://cache.example/main")).Remote!.Writes);
        Assert.True(Read((Url, "https://cache.example/main"), ("SLIPWAY_REMOTE_CACHE_MODE", "read-write")).Remote!.Writes);
        Assert.Equal("https://cache.example/main/", Read((Url, "https://cache.example/main")).Remote!.Address.ToString());
    }

    [Fact]
    public void A_password_in_the_address_is_refused_and_not_repeated()
    {
        var error = Assert.Throws<BadInputException>(() => Read((Url, "https://me:tell-nobody@cache.example/")));
        Assert.DoesNotContain("tell-nobody", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_token_that_is_no_reference_is_refused_and_not_repeated()
    {
        var error = Assert.Throws<BadInputException>(() => Read((Url, "https://cache.example/"), (Token, "tell-nobody")));
        Assert.DoesNotContain("tell-nobody", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_token_over_plain_http_is_refused_but_to_this_machine()
    {
        Assert.Throws<BadInputException>(() => Read((Url, "http://cache.example/"), (Token, "env:T"), ("T", "tell-nobody")));
        Assert.NotNull(Read((Url, "http://localhost:8080/"), (Token, "env:T"), ("T", "tell-nobody")).Remote!.Token);
    }

    private static CacheSettings Read(params (string Name, string Value)[] variables) =>
        CacheSettings.Read(name => variables.FirstOrDefault(variable => variable.Name == name).Value);
}
