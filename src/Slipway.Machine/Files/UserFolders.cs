namespace Slipway.Machine.Files;

/// <summary>Where a person's things lie that belong to no checkout, as the XDG base directories and each system have it.</summary>
public static class UserFolders
{
    /// <summary>Kept: keys.</summary>
    public static string Data => For("XDG_DATA_HOME", ".local/share", "Library/Application Support", "Data");

    /// <summary>Deletable: the cache of stages.</summary>
    public static string Cache => For("XDG_CACHE_HOME", ".cache", "Library/Caches", "Cache");

    private static string For(string variable, string linux, string mac, string windows)
    {
        // The specification: a relative path in these variables is to be ignored.
        if (Environment.GetEnvironmentVariable(variable) is { } folder && Path.IsPathRooted(folder)) return Path.Combine(folder, "slipway");
        if (OperatingSystem.IsWindows())
            return Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "Slipway", windows);
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile, Environment.SpecialFolderOption.DoNotVerify);
        if (home.Length == 0) home = Path.Combine(Path.GetTempPath(), $"slipway-{Environment.UserName}");
        return Path.Combine(home, OperatingSystem.IsMacOS() ? mac : linux, "slipway");
    }
}
