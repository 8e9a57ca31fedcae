using System.Collections.Immutable;
using Slipway.Artifacts.Oci.Bases;
using Slipway.Evidence.Policies;
using Slipway.Machine.Processes;
using Slipway.Model;
using Slipway.Model.Platforms;
using Slipway.Pipeline.Stages.Migrations;
using Slipway.Workspace.Fingerprints;
using Slipway.Workspace.Versions;

namespace Slipway.Pipeline.Runs;

/// <summary>What is true of one run, for every stage of it.</summary>
public sealed record RunContext
{
    public required Platform Platform { get; init; }

    /// <summary>The run's identity: in records, in the summary, in what is signed.</summary>
    public required Guid Invocation { get; init; }

    public required ArtifactPaths Paths { get; init; }

    public required IProcessRunner Processes { get; init; }

    public required TimeProvider Time { get; init; }

    /// <summary>Who builds: <c>local</c>, or <c>ci</c> where the environment says so.</summary>
    public required string Builder { get; init; }

    /// <summary>Variables for every child process, over those of this process.</summary>
    public ImmutableDictionary<string, string?> Environment { get; init; } = ImmutableDictionary<string, string?>.Empty;

    /// <summary>The commit that is built, and whether the work tree differs from it; null outside git.</summary>
    public SourceRevision? Revision { get; init; }

    /// <summary>Each unit's version.</summary>
    public required UnitVersions Versions { get; init; }

    /// <summary>Each unit's inputs and their digest.</summary>
    public required UnitFingerprints Inputs { get; init; }

    /// <summary>The key to verify with, as given on the command line: a PEM or <c>file:PATH</c>.</summary>
    public string? VerificationKey { get; init; }

    /// <summary>What each environment asks of a release.</summary>
    public ReleasePolicies Policies { get; init; } = ReleasePolicies.BuiltIn;

    /// <summary>The environment whose policy verification holds releases against. Default: local.</summary>
    public EnvironmentName Destination { get; init; } = EnvironmentName.Local;

    /// <summary>The folder, absolute, that verification writes its signed summaries to; null for none.</summary>
    public string? Summaries { get; init; }

    /// <summary>Brings base images from their registry; null where nothing here can.</summary>
    public PullImage? PullImage { get; init; }

    /// <summary>Things that many units share for the time of a run.</summary>
    public required RunResources Resources { get; init; }

    /// <summary>Whether nothing may be written, not even what spares work: a dry run.</summary>
    public bool IsDry { get; init; }

    /// <summary>Whether today's boundary findings are written into the baseline rather than held against it.</summary>
    public bool WritesBaseline { get; init; }

    /// <summary>Whether <c>migrations.lock</c> is written rather than held against the migrations.</summary>
    public bool WritesMigrationLock { get; init; }

    /// <summary>What is said to be live; by default nothing, and then the last release of each unit is taken to be.</summary>
    public LiveReleases Live { get; init; } = LiveReleases.Unknown;

    public bool InCi => Builder == "ci";

    /// <summary>
    /// The path relative to the platform's root with forward slashes. Understands absolute paths, and those that a deterministic
    /// compile maps to <c>/platform/</c> or <c>/_/</c>.
    /// </summary>
    public string Relative(string path)
    {
        var text = path.Trim().Replace('\\', '/');
        foreach (var prefix in (ReadOnlySpan<string>)[Platform.Root.Replace('\\', '/').TrimEnd('/') + "/", "/platform/", "/_/"])
        {
            if (text.StartsWith(prefix, StringComparison.Ordinal)) return text[prefix.Length..];
        }
        return text;
    }
}
