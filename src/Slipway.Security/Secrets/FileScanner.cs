using System.Collections.Immutable;
using System.Text;
using Microsoft.Extensions.FileSystemGlobbing;
using Slipway.Model.Stages;

namespace Slipway.Security.Secrets;

/// <summary>Looks for secrets in files of a platform.</summary>
/// <param name="root">The platform's root.</param>
/// <param name="exclusions">Globs from the root that are left out, each with its reason.</param>
public sealed class FileScanner(string root, IReadOnlyDictionary<string, string> exclusions)
{
    /// <summary>In bytes. What is bigger is data, not something that a person wrote.</summary>
    public const int LargestFile = 2_000_000;

    private readonly Matcher? _excluded = exclusions.Count == 0 ? null : MatcherOf(exclusions.Keys);

    /// <param name="files">Relative to the root, with forward slashes; those that are not there (any more) are passed over.</param>
    /// <param name="cancellationToken">Stops between two files.</param>
    public SecretScan Scan(IEnumerable<string> files, CancellationToken cancellationToken = default)
    {
        var scans = files.AsParallel().AsOrdered().WithCancellation(cancellationToken).Select(Scan).Where(scan => scan is not null).ToArray();
        return new()
        {
            Findings = [.. scans.SelectMany(scan => scan!.Findings)],
            Files = scans.Sum(scan => scan!.Files),
            Binary = scans.Sum(scan => scan!.Binary),
            TooBig = [.. scans.SelectMany(scan => scan!.TooBig)],
            Excluded = scans.Sum(scan => scan!.Excluded),
            Waived = scans.Sum(scan => scan!.Waived),
        };
    }

    private SecretScan? Scan(string file)
    {
        var nothing = new SecretScan { Findings = [], Files = 0 };
        if (_excluded?.Match(file).HasMatches == true) return nothing with { Excluded = 1 };
        var info = new FileInfo(Path.Combine(root, file));
        if (!info.Exists) return null;
        if (IsKeyStore(file)) return nothing with { Findings = [KeyStore(file)], Files = 1 };
        if (info.Length > LargestFile) return nothing with { TooBig = [file] };
        var bytes = File.ReadAllBytes(info.FullName);
        if (bytes.AsSpan(0, Math.Min(bytes.Length, 8000)).Contains((byte)0)) return nothing with { Binary = 1 };
        var findings = SecretScanner.Scan(file, Encoding.UTF8.GetString(bytes), out var waived);
        return nothing with { Findings = [.. findings], Files = 1, Waived = waived };
    }

    private static Matcher MatcherOf(IEnumerable<string> globs)
    {
        var matcher = new Matcher(StringComparison.Ordinal);
        matcher.AddIncludePatterns(globs);
        return matcher;
    }

    private static bool IsKeyStore(string file) => Path.GetExtension(file).ToUpperInvariant() is ".PFX" or ".P12" or ".JKS" or ".KEYSTORE";

    private static Finding KeyStore(string file) => new()
    {
        Id = RuleIds.PrivateKey,
        Severity = Severity.Error,
        Message = "a key store lies in the repository; whoever can read the repository has it",
        File = file,
        Mend = "Revoke its keys and keep it outside the repository. If it protects nothing, leave it out in platform.yaml, with the reason.",
    };
}
