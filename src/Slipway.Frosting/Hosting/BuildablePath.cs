using System.Text.RegularExpressions;
using Slipway.Machine.Files;
using Slipway.Model.Platforms;
using Slipway.Model.Problems;
using Slipway.Model.Units;

namespace Slipway.Frosting.Hosting;

/// <summary>Refuses a place in which the .NET SDK cannot build, before it fails there in words of its own.</summary>
internal static partial class BuildablePath
{
    // MSBuild takes %3B in a path for a semicolon, and the compiler refuses a path map with a quote: no escaping of ours reaches that far.
    [GeneratedRegex("'|%[0-9A-Fa-f]{2}", RegexOptions.CultureInvariant)]
    private static partial Regex Unbuildable { get; }

    /// <exception cref="BadInputException">The platform lies in such a place and has .NET units.</exception>
    public static void Check(Platform platform)
    {
        // Behind a link too: NuGet goes by where a folder really lies.
        if (new[] { platform.Root, RealPath.Of(platform.Root) }.OfType<string>().FirstOrDefault(Unbuildable.IsMatch) is not { } path) return;
        if (platform.Units.All(unit => unit.Toolchain != Toolchain.DotNet)) return;
        throw new BadInputException(new Problem
        {
            Code = Codes.UnbuildablePath,
            Message = $"The .NET SDK cannot build in '{path}': the path holds {Unbuildable.Match(path).Value}.",
            Mend = "move the checkout to a path without an apostrophe, and without a percent sign before two hexadecimal digits",
        });
    }
}
