using System.Collections.Immutable;
using Slipway.Machine.Files;
using Slipway.Machine.Processes;
using Slipway.Machine.Programs;

namespace Slipway.Pipeline.Stages.Migrations;

/// <summary>How a migration bundle is started: an assembly by <c>dotnet</c>, one file by itself.</summary>
internal static class BundleProgram
{
    private const string RuntimeSettings = ".runtimeconfig.json";

    /// <summary>The program among the files of a bundle, absolute: one file; or in a folder the assembly that settings bear the name of. Null where there is none.</summary>
    public static string? Find(IReadOnlyCollection<string> files) =>
        files.FirstOrDefault(file => file.EndsWith(RuntimeSettings, StringComparison.Ordinal)) is { } settings
            ? $"{settings[..^RuntimeSettings.Length]}.dll"
            : files.FirstOrDefault(file => !SingleFile.Read(file).IsEmpty);

    /// <param name="context">Of the stage that asks.</param>
    /// <param name="path">The assembly or the file, absolute.</param>
    /// <returns>The program, and what comes before its own arguments.</returns>
    public static (string Program, ImmutableArray<string> Arguments) Command(StageContext context, string path)
    {
        if (path.EndsWith(".dll", StringComparison.OrdinalIgnoreCase)) return ("dotnet", ["exec", path]);
        return NativeProgram.RunsHere(path) ? (path, []) : ("dotnet", ["exec", Unpack(context, path)]);
    }

    /// <summary>A program that is one file looks for .NET where it is installed for all, and not on the <c>PATH</c>.</summary>
    public static ImmutableDictionary<string, string?> WithDotNet(ImmutableDictionary<string, string?> environment) =>
        environment.ContainsKey("DOTNET_ROOT") || Executables.Find("dotnet") is not { } dotnet || RealPath.Of(dotnet) is not { } real
            ? environment
            : environment.SetItem("DOTNET_ROOT", Path.GetDirectoryName(real));

    // Released for another system than this: its start does not run here, what lies in it does.
    private static string Unpack(StageContext context, string path)
    {
        var folder = Path.Combine(context.Run.Paths.Work, "bundles", context.Unit.Id.Folder, context.Unit.Name.Lower);
        FileTree.Delete(folder);
        SingleFile.Unpack(path, folder);
        return Find(Directory.GetFiles(folder)) ?? throw new InvalidDataException($"{path} holds no program of .NET.");
    }
}
