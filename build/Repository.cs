namespace Slipway.Build;

/// <summary>This repository, as its own tasks see it.</summary>
internal static class Repository
{
    /// <summary>The folder of <c>Build.sln</c>, which the launcher says.</summary>
    public static string Root { get; } = Path.GetFullPath(Environment.GetEnvironmentVariable("SLIPWAY_ROOT") ?? Environment.CurrentDirectory);

    public static string Artifacts { get; } = Path.Combine(Root, "artifacts");
}
