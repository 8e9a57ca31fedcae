namespace Slipway.Workspace.Fingerprints;

/// <summary>One thing that decides what comes of a unit: a file, or the part of a shared file that the unit reads.</summary>
/// <param name="Name">A path from the platform's root, or what is read of one: <c>package Npgsql in Directory.Packages.props</c>.</param>
/// <param name="Value">Mode and content id of a file; a version, a setting.</param>
public sealed record Input(string Name, string Value);
