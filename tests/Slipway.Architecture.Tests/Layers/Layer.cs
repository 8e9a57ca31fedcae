namespace Slipway.Architecture.Tests.Layers;

/// <summary>What a library may reference. Higher layers know lower ones; two of one layer do not know each other.</summary>
internal static class Layer
{
    /// <summary>The layered libraries, and the height of each.</summary>
    public static IReadOnlyDictionary<string, int> Of { get; } = new Dictionary<string, int>
    {
        ["Slipway.Model"] = 0,
        ["Slipway.Evidence"] = 1,
        ["Slipway.Evaluation"] = 1,
        ["Slipway.Machine"] = 1,
        ["Slipway.BuildLog"] = 1,
        ["Slipway.Workspace"] = 2,
        ["Slipway.Boundaries"] = 2,
        ["Slipway.Compatibility"] = 2,
        ["Slipway.Migrations"] = 2,
        ["Slipway.Security"] = 2,
        ["Slipway.Suites"] = 2,
        ["Slipway.Artifacts"] = 2,
        ["Slipway.Pipeline"] = 3,
        ["Slipway.Delivery"] = 3,
        ["Slipway.Frosting"] = 4,
    };

    /// <summary>What stands beside the layers: compiled into other people's programs, so each says by name what it may bring along.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Beside { get; } = new Dictionary<string, IReadOnlyList<string>>
    {
        ["Slipway.Migrations.Runner"] = [],
        ["Slipway.Hosting"] = ["Slipway.Model"],
        ["Slipway.Analyzers"] = [],
        ["Slipway.Analyzers.CodeFixes"] = ["Slipway.Analyzers"],
        ["Slipway.Testing"] = [.. Of.Keys],
    };
}
