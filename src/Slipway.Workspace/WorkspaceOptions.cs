using Slipway.Workspace.Fingerprints;

namespace Slipway.Workspace;

/// <summary>How a repository is read.</summary>
public sealed record WorkspaceOptions
{
    /// <summary>
    /// A folder in which evaluations may be kept, of any number of repositories, so that an unchanged one is read without MSBuild; null (the
    /// default) keeps nothing. Deletable at any time.
    /// </summary>
    public string? CacheFolder { get; init; }

    /// <summary>Gets what keeps the evaluations, for who knows only later whether anything may be written; null (the default) keeps them at once.</summary>
    public Action<Action>? Keep { get; init; }

    /// <summary>
    /// Gets what tells whether reading the same repository again would give the same: false where what was read rests on more than the
    /// repository's files, as git sees them, and the installed SDKs. It costs a look at all files, so it is for who asks at last; null (the
    /// default) is for who never does.
    /// </summary>
    public Action<Func<CancellationToken, Task<bool>>>? Certainty { get; init; }

    /// <summary>What git knows of the repository's files, where somebody asks for it anyway; null (the default) asks again.</summary>
    public Task<PlatformFiles>? Files { get; init; }

    /// <summary>Tells the day.</summary>
    internal TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Told of every project file that MSBuild evaluates, once for each evaluation; from several threads.</summary>
    internal Action<string>? Evaluating { get; init; }
}
