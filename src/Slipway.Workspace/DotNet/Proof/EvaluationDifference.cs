namespace Slipway.Workspace.DotNet.Proof;

/// <summary>What would be used of a project is not what MSBuild says of it.</summary>
/// <param name="Project">The project file, from the platform's root.</param>
/// <param name="Field">What is told of it, such as <c>References</c>.</param>
/// <param name="Used">What would be used; several values stand one beside the other.</param>
/// <param name="Fresh">What MSBuild says now.</param>
public sealed record EvaluationDifference(string Project, string Field, string Used, string Fresh);
