using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Slipway.Artifacts.Keys;
using Slipway.Artifacts.Policies;
using Slipway.Evidence.Keys;
using Slipway.Machine.Files;
using Slipway.Machine.Yaml;
using Slipway.Model.Problems;

namespace Slipway.Artifacts.Trust;

/// <summary>Reads <c>trust.yaml</c>; its keys are those of <c>trust.schema.json</c>. What cannot be understood whole is not believed in part.</summary>
public static partial class TrustFileReader
{
    private const string PathPrefix = "file:";

    /// <summary>Null where the platform has none.</summary>
    /// <param name="root">The platform's, absolute.</param>
    /// <exception cref="BadInputException">Everything that is wrong with it, each with its place.</exception>
    public static TrustFile? Find(string root)
    {
        var problems = new YamlProblems();
        // One that nobody reads would refuse nobody.
        foreach (var other in AlmostNamed.In(root, TrustFile.FileName)) problems.Add(MisnamedAs(other));
        problems.ThrowIfAny();
        if (!FileKind.IsThere(Path.Join(root, TrustFile.FileName))) return null;
        return Finish(YamlDocumentReader.ReadFile(root, TrustFile.FileName, problems), root, problems);
    }

    private static Problem MisnamedAs(string other) => new()
    {
        Code = Codes.TrustMisnamed,
        Message = $"'{other}' is not the name of a file that is read, so nothing in it would hold.",
        Mend = $"Call it {TrustFile.FileName}.",
        File = other,
    };

    /// <summary>Reads bytes.</summary>
    /// <param name="content">Of a <c>trust.yaml</c>.</param>
    /// <param name="root">The folder that <c>file:PATH</c> is relative to.</param>
    /// <exception cref="BadInputException">Everything that is wrong with it, each with its place.</exception>
    public static TrustFile Read(ReadOnlySpan<byte> content, string root)
    {
        var problems = new YamlProblems();
        return Finish(YamlDocumentReader.Read(TrustFile.FileName, content, problems), root, problems);
    }

    private static TrustFile Finish(YamlMap? map, string root, YamlProblems problems)
    {
        var file = map is null ? null : Read(map, root);
        problems.ThrowIfAny();
        return file!;
    }

    private static TrustFile Read(YamlMap map, string root)
    {
        var list = map.RequiredList("keys");
        var entries = map.Maps("keys");
        if (list is { Items.IsEmpty: true })
            list.Report(YamlCodes.NotAllowed, "'keys' is empty, so that nothing could be believed.", "name a key, or remove the file");
        var keys = entries.Select(entry => Key(entry, root)).OfType<TrustedKey>().ToImmutableArray();
        foreach (var again in entries.Where(entry => entry["id"] is YamlScalar).GroupBy(entry => ((YamlScalar)entry["id"]!).Text).SelectMany(same => same.Skip(1)))
            again["id"]!.Report(Codes.TrustedTwice, $"The key {((YamlScalar)again["id"]!).Text} stands here a second time.", "keep one of the two");
        var file = new TrustFile { Keys = keys, Development = map.Bool("development") ?? false };
        map.RejectUnknownKeys();
        return file;
    }

    private static TrustedKey? Key(YamlMap map, string root)
    {
        var id = Matching(map, "id", map.RequiredString("id"), Id, "a key's fingerprint, SHA256: and 43 letters of base64");
        var (notBefore, notAfter) = (Time(map, "notBefore"), Time(map, "notAfter"));
        if (notBefore >= notAfter)
            map["notAfter"]!.Report(YamlCodes.NotAllowed, "'notAfter' is not after 'notBefore': the key would count at no time.", "exchange the two, or correct one");
        var read = (
            Kind: map.Enum("kind", "release", "development") is "development" ? KeyKind.Development : KeyKind.Release,
            Builder: map.Enum("builder", KnownNames.Builders),
            Revoked: map.Bool("revoked") ?? false,
            Attests: Attests(map));
        var key = PublicKey(map, root);
        map.RejectUnknownKeys();
        if (key is null || id is null) return null;
        if (key.Id != id)
            map["id"]!.Report(Codes.TrustedIdDiffers, $"The key below is {key.Id}, and not {id}.", "take id and key from the same hand, by a way that you trust");
        return new(key, read.Kind, TrustFile.FileName)
        {
            Builder = read.Builder, NotBefore = notBefore, NotAfter = notAfter, Revoked = read.Revoked, Attests = read.Attests,
        };
    }

    private static VerificationKey? PublicKey(YamlMap map, string root)
    {
        if (map.RequiredString("key") is not { } text) return null;
        var (place, source) = (map["key"]!, $"The key of {TrustFile.FileName}");
        try
        {
            if (!text.StartsWith(PathPrefix, StringComparison.Ordinal)) return VerificationKey.FromPem(text, source);
            if (PathBelow(root, text[PathPrefix.Length..]) is { } path) return VerificationKey.FromPem(KeyText.ReadPublic(PathPrefix + path, source), source);
            place.Report(YamlCodes.NotAllowed, $"'{text}' names no file of this platform.", "write file: and the path from the platform's root");
        }
        catch (BadInputException bad)
        {
            foreach (var problem in bad.Problems) place.Report(problem.Code, problem.Message, problem.Mend);
        }
        return null;
    }

    // Null for what lies elsewhere, by whatever link: the platform's review would not cover it.
    private static string? PathBelow(string root, string relative)
    {
        if (relative.Length == 0 || relative.Contains('\0', StringComparison.Ordinal) || Path.IsPathRooted(relative) || relative.Split('/', '\\').Contains("..")) return null;
        var path = Path.Join(root, relative);
        return RealPath.Of(path) is { } real && !real.StartsWith(RealPath.Of(root) + Path.DirectorySeparatorChar, StringComparison.Ordinal) ? null : path;
    }

    private static ImmutableArray<string> Attests(YamlMap map)
    {
        if (!map.Has("attests")) return default;
        var names = map.Strings("attests");
        if (map["attests"] is YamlList { Items.IsEmpty: true } list)
            list.Report(YamlCodes.NotAllowed, "'attests' is empty, so that the key could attest nothing.", "name what it may attest, or remove the key");
        foreach (var name in names)
        {
            if (!Name.IsMatch(name.Text)) name.Report(YamlCodes.NotAllowed, $"'{name.Text}' can be attested by nobody.", "write provenance, sbom, or the name of a stage");
            else KnownNames.ReportSlip(name, name.Text, KnownNames.Attested, "gate");
        }
        return [.. names.Select(name => name.Text)];
    }

    private static DateTimeOffset? Time(YamlMap map, string key)
    {
        if (map.String(key) is not { } text) return null;
        if (TryTime(text, out var time)) return time;
        map[key]!.Report(YamlCodes.NotAllowed, $"'{key}' is '{text}', and no time.", "write a day as 2026-12-31, or a time in UTC as 2026-12-31T18:00:00Z");
        return null;
    }

    /// <summary>A day, or a second in UTC: <c>2026-12-31</c>, <c>2026-12-31T18:00:00Z</c>.</summary>
    public static bool TryTime(string text, out DateTimeOffset time) => DateTimeOffset.TryParseExact(
        text, ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm:ss'Z'"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out time);

    private static string? Matching(YamlMap map, string key, string? text, Regex grammar, string wanted)
    {
        if (text is null || grammar.IsMatch(text)) return text;
        map[key]!.Report(YamlCodes.NotAllowed, $"'{key}' is '{text}', which is not {wanted}.", $"write {wanted}");
        return null;
    }

    [GeneratedRegex(@"\ASHA256:[A-Za-z0-9+/]{43}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Id { get; }

    [GeneratedRegex(@"\A[a-z0-9-]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Name { get; }
}
