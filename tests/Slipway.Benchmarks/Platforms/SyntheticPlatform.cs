using System.Collections.Immutable;
using System.Globalization;

namespace Slipway.Benchmarks.Platforms;

/// <summary>
/// N services and N/10 shared packages, at least two. Every other service answers over HTTP, the others are plain programs. Half of the
/// services use a package: a tenth use <c>Pkg01</c>, the rest of them take turns with the other packages.
/// </summary>
internal sealed class SyntheticPlatform
{
    public SyntheticPlatform(int services)
    {
        Services = services;
        var packages = Math.Max(2, services / 10);
        var width = Math.Max(2, Text(packages).Length);
        Units =
        [
            .. Enumerable.Range(1, packages).Select(number => new SyntheticUnit(Package(number, width), SyntheticKind.Package)),
            .. Enumerable.Range(1, services).Select(number => Service(number, packages, width)),
        ];
    }

    public int Services { get; }

    /// <summary>Packages first, then services, each by number.</summary>
    public ImmutableArray<SyntheticUnit> Units { get; }

    /// <summary>Used by a tenth of the services.</summary>
    public SyntheticUnit Shared => Units[0];

    /// <summary>A service that uses no package and that nothing uses.</summary>
    public SyntheticUnit Leaf => Units[^1];

    /// <summary>A unit and every unit that uses it.</summary>
    public IEnumerable<SyntheticUnit> AffectedBy(SyntheticUnit unit) => Units.Where(other => other == unit || other.Uses == unit.Name);

    /// <summary>Every file, by path from the root: the same text for the same number, on every machine.</summary>
    public IEnumerable<(string Path, string Text)> Files() => RootFiles.Of(this).Concat(Units.SelectMany(UnitFiles.Of));

    private SyntheticUnit Service(int number, int packages, int width)
    {
        var kind = number % 2 == 1 ? SyntheticKind.Web : SyntheticKind.Program;
        var sharers = Math.Max(1, Services / 10);
        int? package = number <= sharers ? 1 : number <= Services / 2 ? 2 + ((number - sharers - 1) % (packages - 1)) : null;
        return new($"Svc{number:0000}", kind, package is { } used ? Package(used, width) : null);
    }

    private static string Package(int number, int width) => "Pkg" + Text(number).PadLeft(width, '0');

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
