using System.Text.Json;

namespace Slipway.Evaluation.Tests;

/// <summary>Vectors that lie beside the repository; a test that needs them is skipped where they are absent.</summary>
internal static class SharedData
{
    public static JsonElement Read(string name)
    {
        var file = Candidates().Select(folder => Path.Combine(folder, "data", name)).FirstOrDefault(File.Exists);
        Assert.SkipWhen(file is null, $"{name} is absent: neither SLIPWAY_SHARED nor a folder 'shared' beside the repository holds it.");
        return JsonElement.Parse(File.ReadAllText(file!));
    }

    private static IEnumerable<string> Candidates()
    {
        if (Environment.GetEnvironmentVariable("SLIPWAY_SHARED") is { Length: > 0 } named) yield return named;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            yield return Path.Combine(folder.FullName, "shared");
    }
}
