using System.Collections.Immutable;
using Slipway.Artifacts.Oci.Bases;
using Slipway.Evidence.Sboms;

namespace Slipway.Pipeline.Stages.Package.Sboms;

/// <summary>What a program is put on: the base image, .NET or Node, and what the base is known to hold.</summary>
internal static class BaseComponents
{
    public static ImmutableArray<SbomComponent> Of(UnitLayout layout)
    {
        var known = layout.Base?.Components ?? [];
        var inside = known.Select(Inside).ToList();
        // Of another base it is not known which patch of .NET it brings: what the program asks for at least is.
        inside.AddRange(layout.Frameworks.Where(framework => known.All(component => component.Name != framework.Name)).Select(Asked));
        return layout.Base is null ? [.. inside] : [Container(layout.Base, inside), .. inside];
    }

    private static SbomComponent Container(BaseImage image, IEnumerable<SbomComponent> inside)
    {
        var purl = image.Name.StartsWith("layout:", StringComparison.Ordinal) ? null : PackageUrl.Oci(image.Name, image.Digest);
        return new()
        {
            Reference = purl ?? $"base-image:{image.Digest}",
            Kind = "container",
            Name = image.Name,
            Version = image.Digest.ToString(),
            Purl = purl,
            Hashes = ImmutableSortedDictionary<string, string>.Empty.Add("SHA-256", image.Digest.Hex),
            DependsOn = [.. inside.Select(component => component.Reference)],
        };
    }

    private static SbomComponent Inside(BaseComponent component) => new()
    {
        Reference = component.Purl, Kind = component.Kind, Name = component.Name, Version = component.Version, Purl = component.Purl,
        License = component.Kind is "framework" or "platform" ? new SbomLicense.Spdx("MIT") : null,
    };

    private static SbomComponent Asked(FrameworkReference framework) => new()
    {
        Reference = $"framework:{framework.Name}",
        Kind = "framework",
        Name = framework.Name,
        Version = framework.Version,
        License = new SbomLicense.Spdx("MIT"),
        Properties = ImmutableSortedDictionary<string, string>.Empty.Add("slipway:version", "at least"),
    };
}
