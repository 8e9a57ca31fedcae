namespace Slipway.Benchmarks.Peers;

/// <summary>The <c>dotnet</c> that the <c>PATH</c> leads to.</summary>
internal static class DotNetCommand
{
    public static string Path { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator)
        .Select(folder => System.IO.Path.Combine(folder, "dotnet"))
        .FirstOrDefault(File.Exists) ?? throw new InvalidOperationException("dotnet is not on the PATH.");
}
