using Slipway.Model.Stages;

namespace Slipway.Pipeline.Stages.DotNet;

/// <summary>One message of MSBuild or of the compiler, with the project that it is about.</summary>
/// <param name="Project">The project file, relative to the platform's root; null where MSBuild names none.</param>
internal sealed record BuildFinding(Finding Finding, string? Project);
