using Slipway.Model.Platforms;
using Slipway.Workspace.Discovery;

namespace Slipway.Workspace.Configuration;

/// <summary>What <c>platform.yaml</c> says; without the file, what holds by convention.</summary>
internal sealed record PlatformFile
{
    public string? Name { get; init; }

    public LayoutPlan Layout { get; init; } = LayoutPlan.Convention;

    public PlatformSettings Settings { get; init; } = new();
}
