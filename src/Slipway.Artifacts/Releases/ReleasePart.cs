namespace Slipway.Artifacts.Releases;

/// <summary>One part of a release that is to be composed.</summary>
/// <param name="Name"><c>app</c>, <c>migrate</c>, <c>tests</c>, <c>contracts</c> or <c>package</c>; lower-case letters and hyphens. Also the folder that it gets.</param>
/// <param name="Source">A folder, of which every file is taken, or a single file. Absolute.</param>
public sealed record ReleasePart(string Name, string Source);
