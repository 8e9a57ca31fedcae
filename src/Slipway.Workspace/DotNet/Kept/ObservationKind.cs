namespace Slipway.Workspace.DotNet.Kept;

/// <summary>The questions that an evaluation's outcome may rest on. The numbers stand in files.</summary>
internal enum ObservationKind
{
    /// <summary>What a file holds.</summary>
    Content = 1,

    /// <summary>Whether there is such a file.</summary>
    File = 2,

    /// <summary>Whether there is such a folder.</summary>
    Folder = 3,

    /// <summary>Whether there is such a file or folder.</summary>
    FileOrFolder = 4,

    /// <summary>Which files lie directly in a folder: <c>folder NUL pattern</c>.</summary>
    Files = 5,

    /// <summary>Which folders lie directly in a folder: <c>folder NUL pattern</c>.</summary>
    Folders = 6,

    /// <summary>What NuGet's folder of a project holds to be imported, beyond what a restore writes: <c>folder NUL name of the project file</c>.</summary>
    Extensions = 7,

    /// <summary>What an environment variable says.</summary>
    Variable = 8,

    /// <summary>Every file of the repository, with its content.</summary>
    Repository = 9,

    /// <summary>Which day it is, by universal and by local time.</summary>
    Day = 10,

    /// <summary>Which files below a folder git does not list and nobody's build wrote.</summary>
    Ignored = 11,
}
