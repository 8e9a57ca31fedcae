using Slipway.Machine.Files;

namespace Slipway.Machine.Tests.Files;

public sealed class UserFoldersTests
{
    [Theory]
    [InlineData("/somewhere", "/somewhere/slipway")]
    [InlineData("relative", ".cache/slipway")]
    [InlineData(null, ".cache/slipway")]
    public void The_cache_lies_where_XDG_says(string? variable, string folder)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "other systems have other places");
        var before = Environment.GetEnvironmentVariable("XDG_CACHE_HOME");
        Environment.SetEnvironmentVariable("XDG_CACHE_HOME", variable);
        try
        {
            Assert.EndsWith(folder, UserFolders.Cache);
            Assert.True(Path.IsPathRooted(UserFolders.Cache));
            Assert.NotEqual(UserFolders.Cache, UserFolders.Data);
        }
        finally
        {
            Environment.SetEnvironmentVariable("XDG_CACHE_HOME", before);
        }
    }
}
