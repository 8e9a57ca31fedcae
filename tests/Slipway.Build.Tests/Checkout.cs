namespace Slipway.Build.Tests;

/// <summary>This repository.</summary>
internal static class Checkout
{
    public static string Root { get; } = Above(AppContext.BaseDirectory);

    private static string Above(string folder) =>
        File.Exists(Path.Combine(folder, "Build.sln")) ? folder : Above(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("Build.sln was not found."));
}
