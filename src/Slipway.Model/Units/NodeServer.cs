using System.Collections.Immutable;

namespace Slipway.Model.Units;

/// <summary>The server that renders an app's pages: what the script <c>start</c> of its <c>package.json</c> gives to Node.</summary>
public sealed record NodeServer
{
    /// <summary>Node's own, before the program: <c>--enable-source-maps</c>.</summary>
    public ImmutableArray<string> Options { get; init; } = [];

    /// <summary>The program, relative to the app's folder, with forward slashes: <c>dist/server.js</c>.</summary>
    public required string File { get; init; }

    /// <summary>Where the script stands in its file, counted from 1.</summary>
    public required int Line { get; init; }

    /// <summary>Counted from 1.</summary>
    public required int Column { get; init; }
}
