namespace Slipway.Workspace.Fingerprints;

/// <summary>How much of a unit's inputs a stage reads.</summary>
public enum InputScope
{
    /// <summary>Every input, of YAML what it says.</summary>
    Everything,

    /// <summary>The same, but every byte of the unit's own files: a comment may hold a secret.</summary>
    Bytes,

    /// <summary>What decides which packages are fetched: project files, manifests, what those import, lock files and sources of packages.</summary>
    Resolution,

    /// <summary>Every input but what only packaging reads: the image that programs are put on.</summary>
    Building,
}
