using System.Collections.Immutable;
using System.Globalization;
using Slipway.Machine.Processes;

namespace Slipway.Machine.Postgres;

/// <summary>Where to look for PostgreSQL.</summary>
public sealed record PostgresSearch
{
    /// <summary>A server that somebody lends; it goes before everything else.</summary>
    public string? ConnectionString { get; init; }

    /// <summary>Folders that may hold <c>initdb</c> and <c>postgres</c>; the first that does is used.</summary>
    public ImmutableArray<string> BinaryFolders { get; init; } = [];

    public static PostgresSearch OfThisMachine() => new()
    {
        ConnectionString = Environment.GetEnvironmentVariable(PostgresProvider.Variable),
        BinaryFolders =
        [
            .. OnPath(),
            .. Versions("/usr/lib/postgresql", "*", "bin"),
            .. Versions("/usr", "pgsql-*", "bin"),
            .. Versions("/opt/homebrew/opt", "postgresql@*", "bin"),
        ],
    };

    // Distributions link single programs into PATH; the others lie where the link points.
    private static IEnumerable<string> OnPath()
    {
        if (Executables.Find("initdb") is not { } initdb) return [];
        var real = File.ResolveLinkTarget(initdb, returnFinalTarget: true)?.FullName ?? initdb;
        return [Path.GetDirectoryName(real)!, Path.GetDirectoryName(initdb)!];
    }

    private static IEnumerable<string> Versions(string parent, string pattern, string below) => Directory.Exists(parent)
        ? Directory.EnumerateDirectories(parent, pattern).OrderByDescending(Number).Select(folder => Path.Combine(folder, below))
        : [];

    private static double Number(string folder)
    {
        var digits = new string([.. Path.GetFileName(folder).Where(letter => char.IsAsciiDigit(letter) || letter == '.')]);
        return double.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : 0;
    }
}
