namespace Slipway.Workspace.DotNet.Kept;

/// <summary>Which static functions, called from a project file, ask nothing of the machine that no observation holds.</summary>
internal static class PropertyFunctions
{
    private static readonly HashSet<string> Pure = new(
        [
            "String", "Char", "Boolean", "Byte", "Int16", "Int32", "Int64", "UInt16", "UInt32", "UInt64", "Single", "Double", "Decimal", "Math",
            "Version", "Convert", "BitConverter", "StringComparison", "StringComparer", "StringSplitOptions", "Uri", "UriBuilder", "OperatingSystem",
            "DateTime", "DateTimeOffset", "TimeSpan", "Guid", "Text.RegularExpressions.Regex", "Globalization.CultureInfo",
            "Runtime.InteropServices.RuntimeInformation", "Runtime.InteropServices.OSPlatform",
        ],
        StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> UnseenOfMSBuild = new(
        ["FileExists", "DirectoryExists", "DoesTaskHostExist", "GetRegistryValue", "GetRegistryValueFromView"], StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> UnseenOfPath = new(
        ["Exists", "GetTempPath"], StringComparer.OrdinalIgnoreCase);

    // Names of variables are looked for in the text; the rest stays as it is on one machine.
    private static readonly HashSet<string> SeenOfEnvironment = new(
        ["GetEnvironmentVariable", "NewLine", "Is64BitOperatingSystem", "Is64BitProcess", "MachineName", "OSVersion", "ProcessorCount", "UserName", "Version"],
        StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> Moments = new(
        [
            "Now", "UtcNow", "Today", "TickCount", "TickCount64", "WorkingSet", "NewGuid", "CreateVersion7", "GetTempFileName", "GetRandomFileName",
            "GetCreationTime", "GetCreationTimeUtc", "GetLastAccessTime", "GetLastAccessTimeUtc", "GetLastWriteTime", "GetLastWriteTimeUtc",
        ],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a member, of whatever type, may say something else a moment later.</summary>
    public static bool IsOfTheMoment(string member) => Moments.Contains(member);

    public static bool AreSeen(string type, string member)
    {
        var name = type.StartsWith("System.", StringComparison.OrdinalIgnoreCase) ? type["System.".Length..] : type;
        if (Pure.Contains(name)) return true;
        if (name.Equals("MSBuild", StringComparison.OrdinalIgnoreCase)) return !UnseenOfMSBuild.Contains(member);
        if (name.Equals("IO.Path", StringComparison.OrdinalIgnoreCase)) return !UnseenOfPath.Contains(member);
        return name.Equals("Environment", StringComparison.OrdinalIgnoreCase) && SeenOfEnvironment.Contains(member);
    }
}
