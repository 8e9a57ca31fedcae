using Slipway.Machine.Processes;

namespace Slipway.Templates.Tests;

/// <summary>This repository: where the templates lie.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    /// <summary>The files of a template that git tracks, relative to the template, its own configuration left out.</summary>
    public static async Task<IReadOnlyList<string>> FilesOfAsync(string template)
    {
        var folder = Path.Combine(Root, "templates", template);
        var request = ProcessRequest.For("git", "ls-files", "-z") with { WorkingDirectory = folder };
        var result = (await new ProcessRunner().RunAsync(request, TestContext.Current.CancellationToken)).OrFail("listing a template");
        return
        [
            .. result.Output.Split('\0', StringSplitOptions.RemoveEmptyEntries)
                .Where(file => !file.StartsWith(".template.config/", StringComparison.Ordinal)),
        ];
    }

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "templates", "Slipway.Templates.csproj")))
                return folder.FullName;
        throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} holds the templates.");
    }
}
