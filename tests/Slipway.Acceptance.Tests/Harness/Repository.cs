namespace Slipway.Acceptance.Tests.Harness;

/// <summary>This repository: where the launcher and the reference platform lie.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    /// <summary>Copies what git tracks of the reference platform into a folder, as a clone would hold it.</summary>
    public static async Task CopyPlatformAsync(string folder)
    {
        var source = Path.Combine(Root, "templates", "platform");
        foreach (var file in (await Git.AskAsync(source, "ls-files", "-z")).Split('\0', StringSplitOptions.RemoveEmptyEntries))
        {
            var target = Path.Combine(folder, file);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(Path.Combine(source, file), target);
        }
    }

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "templates", "platform", "platform.yaml"))) return folder.FullName;
        }
        throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} holds the reference platform.");
    }
}
