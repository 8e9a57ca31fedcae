using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Slipway.Model.Platforms;

/// <summary>Where the image lies that programs are put on. A closed set.</summary>
public abstract partial record BaseImageReference
{
    private BaseImageReference()
    {
    }

    /// <summary>What may be written, in words, for messages.</summary>
    public static string Grammar => "registry/name@sha256:<64 hexadecimal digits>, or layout:PATH, layout:PATH:NAME or layout:PATH@sha256:… for an OCI layout on disk";

    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out BaseImageReference? reference)
    {
        reference = null;
        if (text is null) return false;
        if (Layout.Match(text) is { Success: true } layout)
        {
            var digest = layout.Groups["digest"] is { Success: true } hex ? Digest.Parse(hex.Value) : (Digest?)null;
            reference = new InLayout(layout.Groups["path"].Value, layout.Groups["name"] is { Success: true } name ? name.Value : null, digest);
        }
        else if (Registry.Match(text) is { Success: true } registry)
        {
            reference = new InRegistry(registry.Groups["name"].Value, Digest.Parse(registry.Groups["digest"].Value));
        }
        return reference is not null;
    }

    /// <summary>An OCI layout on disk.</summary>
    /// <param name="Path">Its folder, relative to the platform's root or absolute.</param>
    /// <param name="Name">The reference name in it; null where it holds one image, or the digest tells.</param>
    /// <param name="Digest">Of the manifest; null where the layout's index says which.</param>
    public sealed record InLayout(string Path, string? Name, Digest? Digest) : BaseImageReference
    {
        public override string ToString() => $"layout:{Path}{(Name is null ? "" : $":{Name}")}{(Digest is null ? "" : $"@{Digest}")}";
    }

    /// <summary>An image of a registry, by digest: a tag can name another image tomorrow.</summary>
    /// <param name="Repository">With the registry: <c>mcr.microsoft.com/dotnet/aspnet</c>.</param>
    /// <param name="Digest">Of the manifest or of the index over several systems' manifests.</param>
    public sealed record InRegistry(string Repository, Digest Digest) : BaseImageReference
    {
        public override string ToString() => $"{Repository}@{Digest}";
    }

    [GeneratedRegex(@"\Alayout:(?<path>[^\s@:]+)(?::(?<name>[A-Za-z0-9][A-Za-z0-9._-]{0,127})|@(?<digest>sha256:[0-9a-f]{64}))?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Layout { get; }

    [GeneratedRegex(@"\A(?!layout:)(?<name>[^\s@]+)@(?<digest>sha256:[0-9a-f]{64})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Registry { get; }
}
