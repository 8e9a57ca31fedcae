using System.Collections.Immutable;
using Slipway.Machine.Processes;
using Slipway.Model.Problems;
using Slipway.Pipeline.Runs;

namespace Slipway.Pipeline.Stages.Node;

/// <summary>Runs a unit's own tools, found as Node finds them: in the nearest <c>node_modules/.bin</c> upward.</summary>
internal static class NodeTools
{
    /// <exception cref="KnownFailureException">The unit has not installed the tool.</exception>
    public static Task<ProcessResult> RunAsync(
        StageContext context, string tool, ImmutableArray<string> arguments, CancellationToken cancellationToken) =>
        RunAsync(context.Run, Find(context, tool) ?? throw Missing(context, tool), arguments, context.Folder, context.Log.Write, cancellationToken);

    public static Task<ProcessResult> NpmAsync(
        StageContext context, ImmutableArray<string> arguments, string folder, CancellationToken cancellationToken) =>
        NpmAsync(context.Run, arguments, folder, context.Log.Write, cancellationToken);

    public static Task<ProcessResult> NpmAsync(
        RunContext run, ImmutableArray<string> arguments, string folder, Action<string> log, CancellationToken cancellationToken) =>
        RunAsync(run, "npm", arguments, folder, log, cancellationToken);

    private static Task<ProcessResult> RunAsync(
        RunContext run, string fileName, ImmutableArray<string> arguments, string folder, Action<string> log, CancellationToken cancellationToken) =>
        run.Processes.RunAsync(
            new ProcessRequest
            {
                FileName = fileName,
                Arguments = arguments,
                WorkingDirectory = folder,
                Environment = run.Environment.SetItem("NO_COLOR", "1").SetItem("FORCE_COLOR", "0").SetItem("CI", "true"),
                TimeLimit = TimeSpan.FromMinutes(15),
                OnLine = log,
            },
            cancellationToken);

    private static string? Find(StageContext context, string tool)
    {
        for (var folder = new DirectoryInfo(context.Folder); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "node_modules", ".bin", OperatingSystem.IsWindows() ? tool + ".cmd" : tool);
            if (File.Exists(path)) return path;
            if (string.Equals(folder.FullName, context.Run.Platform.Root, StringComparison.Ordinal)) break;
        }
        return null;
    }

    private static KnownFailureException Missing(StageContext context, string tool) => new(new Problem
    {
        Code = Codes.ToolMissing,
        Message = $"{context.Unit.Id} has no '{tool}', which the stage {context.Stage} runs.",
        File = $"{context.Unit.Root}/package.json",
        Mend = $"add it: npm install --save-dev {(tool == "tsc" ? "typescript" : tool)}",
    });
}
