using System.Reflection;
using System.Runtime.InteropServices;
using Slipway.Machine.Processes;
using Slipway.Model;
using Slipway.Model.Platforms;
using Slipway.Model.Units;
using Slipway.Pipeline.Runs;
using Slipway.Workspace.DotNet;

namespace Slipway.Pipeline.Toolchains;

/// <summary>What builds and judges is an input too: Slipway's own libraries, the kind of machine, and the SDK or the Node that a unit is made with.</summary>
public sealed class Tools
{
    private static readonly string Own = OwnLibraries();
    private readonly string? _sdk;
    private readonly string? _node;

    private Tools(string? sdk, string? node) => (_sdk, _node) = (sdk, node);

    /// <param name="platform">Whose tools.</param>
    /// <param name="processes">Asks Node.</param>
    /// <param name="paths">Where what Node answered is kept, as long as the program stays the same.</param>
    public static async Task<Tools> ReadAsync(Platform platform, IProcessRunner processes, ArtifactPaths paths, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(platform);
        bool Uses(Toolchain toolchain) => platform.Units.Any(unit => unit.Toolchain == toolchain);
        var node = Uses(Toolchain.Node) ? NodeVersion.FindAsync(processes, paths, cancellation) : Task.FromResult<string?>(null);
        return new(Uses(Toolchain.DotNet) ? DotNetSdk.VersionIn(platform.Root) ?? "not installed" : null, await node);
    }

    /// <summary>The tools of a unit, as people read them: <c>.NET SDK 10.0.401, linux-x64, Slipway 5a1f0c77aa21</c>.</summary>
    public string Of(Unit unit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        var maker = unit.Toolchain == Toolchain.Node ? $"Node {_node ?? "not installed"}" : $".NET SDK {_sdk}";
        return $"{maker}, {RuntimeInformation.RuntimeIdentifier}, Slipway {Own} on .NET {Environment.Version}";
    }

    private static string OwnLibraries()
    {
        var pipeline = typeof(Tools).Assembly;
        var libraries = pipeline.GetReferencedAssemblies().Where(name => name.Name!.StartsWith("Slipway.", StringComparison.Ordinal))
            .OrderBy(name => name.Name, StringComparer.Ordinal).Select(Assembly.Load).Prepend(pipeline);
        return Digest.Of(string.Join('\n', libraries.Select(library => library.ManifestModule.ModuleVersionId))).Short;
    }
}
