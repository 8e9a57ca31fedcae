using System.Collections.Immutable;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace Slipway.Frosting.Hosting;

/// <summary>What a host's <c>Program.cs</c> says of itself.</summary>
internal sealed record HostSettings
{
    /// <summary>The folder that the launcher lies in.</summary>
    public required string Root { get; init; }

    public ImmutableArray<Assembly> Assemblies { get; init; } = [];

    /// <summary>The platform when the command line names none and this host has one of its own; relative to <see cref="Root"/>.</summary>
    public string? Platform { get; init; }

    public ImmutableArray<Action<IServiceCollection>> Services { get; init; } = [];

    /// <summary>Asked once before the first stage: variables for every child process.</summary>
    public Func<CancellationToken, Task<ImmutableDictionary<string, string?>>> Environment { get; init; } =
        _ => Task.FromResult(ImmutableDictionary<string, string?>.Empty);

    /// <summary>Whether <see cref="Environment"/> answers the same for the same files of the repository.</summary>
    public bool EnvironmentFollowsRepository { get; init; } = true;
}
