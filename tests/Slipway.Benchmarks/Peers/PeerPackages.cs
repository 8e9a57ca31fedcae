namespace Slipway.Benchmarks.Peers;

/// <summary>Fetches the peers with npm, once. Where there is no npm, or it cannot fetch them, they are absent, and that is said.</summary>
internal static class PeerPackages
{
    private const string Manifest =
        $$"""
        { "private": true, "devDependencies": { "turbo": "{{TurboTool.Version}}", "nx": "{{NxTool.Version}}", "@nx/dotnet": "{{NxTool.Version}}" } }

        """;

    public static async Task InstallAsync(Workshop workshop, string[] tools)
    {
        if (!tools.Contains("turbo") && !tools.Contains("nx")) return;
        var folder = Directory.CreateDirectory(Path.GetDirectoryName(workshop.Packages)!).FullName;
        var manifest = Path.Combine(folder, "package.json");
        if (File.Exists(Path.Combine(workshop.Packages, ".package-lock.json")) && File.Exists(manifest) && await File.ReadAllTextAsync(manifest) == Manifest) return;
        await File.WriteAllTextAsync(manifest, Manifest);
        try
        {
            await workshop.Runner.TryAsync(new(folder, "npm", "install", "--no-audit", "--no-fund"));
        }
        catch (System.ComponentModel.Win32Exception)
        {
            // No npm: the tools say that they are missing.
        }
    }
}
