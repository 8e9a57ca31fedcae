using System.Text.RegularExpressions;

namespace Slipway.Evidence.Sboms;

/// <summary>Package URLs: <c>pkg:npm/%40sigstore/verify@3.1.1</c>.</summary>
public static partial class PackageUrl
{
    public static string NuGet(string id, string version) => $"pkg:nuget/{Escape(id)}@{Escape(version)}";

    /// <param name="name">With its scope: <c>@sigstore/verify</c>.</param>
    /// <param name="version">As npm writes it.</param>
    public static string Npm(string name, string version) => $"pkg:npm/{string.Join('/', name.Split('/').Select(Escape))}@{Escape(version)}";

    /// <param name="repository">With its registry: <c>mcr.microsoft.com/dotnet/aspnet</c>; without, it lies in none.</param>
    /// <param name="digest">Of the manifest.</param>
    public static string Oci(string repository, Model.Digest digest)
    {
        var name = repository[(repository.LastIndexOf('/') + 1)..].ToLowerInvariant();
        var address = repository.Contains('/', StringComparison.Ordinal) ? $"?repository_url={Escape(repository.ToLowerInvariant())}" : "";
        return $"pkg:oci/{Escape(name)}@{Escape(digest.ToString())}{address}";
    }

    /// <summary>Whether it is one, by its form.</summary>
    public static bool IsValid(string text) => Form.IsMatch(text);

    private static string Escape(string text) => Uri.EscapeDataString(text);

    [GeneratedRegex(
        @"\Apkg:[a-z][a-z0-9.+-]*(?:/(?:[A-Za-z0-9._~:-]|%[0-9A-F]{2})+)+(?:@(?:[A-Za-z0-9._~:+-]|%[0-9A-F]{2})+)?(?:\?[a-z][a-z0-9._-]*=[^\s&#]+(?:&[a-z][a-z0-9._-]*=[^\s&#]+)*)?(?:#\S+)?\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex Form { get; }
}
