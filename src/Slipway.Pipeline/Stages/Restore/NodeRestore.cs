using System.Collections.Immutable;
using Slipway.Model.Stages;
using Slipway.Pipeline.Stages.Node;

namespace Slipway.Pipeline.Stages.Restore;

/// <summary><c>npm ci</c>, once for each lock file.</summary>
internal static class NodeRestore
{
    // What npm ci says of a manifest that has changed since its lock file was written.
    private const string OutOfSync = "package.json and package-lock.json";

    /// <summary>What npm writes last.</summary>
    public static string[] Answers(StageContext context) =>
        NodeLockFile.FolderOf(context) is { } folder ? [Path.Combine(folder, "node_modules", ".package-lock.json")] : [];

    public static async Task<ImmutableArray<StageResult>> RunAsync(ImmutableArray<StageContext> batch, CancellationToken cancellationToken)
    {
        var results = new Dictionary<string, StageResult>(StringComparer.Ordinal);
        var answers = ImmutableArray.CreateBuilder<StageResult>(batch.Length);
        foreach (var context in batch)
        {
            var folder = NodeLockFile.FolderOf(context) ?? context.Folder;
            if (!results.TryGetValue(folder, out var result)) results[folder] = result = await InstallAsync(context, folder, cancellationToken);
            answers.Add(result);
        }
        return answers.MoveToImmutable();
    }

    private static async Task<StageResult> InstallAsync(StageContext context, string folder, CancellationToken cancellationToken)
    {
        var install = await NodeTools.NpmAsync(context, ["ci", "--no-audit", "--no-fund"], folder, cancellationToken);
        return install.Succeeded
            ? StageResult.Succeeded
            : StageResult.Failed($"npm ci ended with exit code {install.ExitCode} in {context.Relative(folder)}") with { Notes = Notes(install.Tail) };
    }

    private static ImmutableArray<string> Notes(string tail) =>
        tail.Contains(OutOfSync, StringComparison.Ordinal) ? [tail, $"mend: {DotNetRestore.WriteAnew}"] : [tail];
}
