using Slipway.Artifacts.Keys;
using Slipway.Artifacts.Releases;
using Slipway.Artifacts.Signing;
using Slipway.Artifacts.Store;
using Slipway.Artifacts.Verification;
using Slipway.Evidence.Attestations;
using Slipway.Evidence.Keys;
using Slipway.Evidence.Releases;
using Slipway.Model.Releases;
using Slipway.Model.Units;

namespace Slipway.Artifacts.Tests;

/// <summary>A place of its own for each test: built parts, a store, keys.</summary>
internal sealed class Yard : IDisposable
{
    public const string Version = "1.4.1-dev.g0123456789ab";

    public static readonly UnitId Catalog = new(UnitKind.Service, UnitName.Parse("Catalog"));
    public static readonly UnitId Ordering = new(UnitKind.Service, UnitName.Parse("ordering"));

    public static readonly ReleaseOrigin Origin = new()
    {
        Commit = "0123456789abcdef0123456789abcdef01234567",
        Version = Version,
        Invocation = Guid.Parse("6f2c1a52-7a50-4d43-9c39-6dd2f0f1a001"),
        Builder = "local",
    };

    /// <summary>What is signed where a test does not say: nothing beside where the release came from.</summary>
    public static readonly ReleaseEvidence Evidence = new() { Invocation = Origin.Invocation, SignedAt = new(2026, 1, 2, 12, 0, 0, TimeSpan.Zero), Builder = "local" };

    public Yard()
    {
        Root = Directory.CreateTempSubdirectory("slipway-artifacts-").FullName;
        Store = new(Path.Combine(Root, "releases"));
        Keys = new(new() { Folder = Path.Combine(Root, "keys"), Repositories = [Path.Combine(Root, "repository")] });
        Put("publish/Catalog.dll", "code");
        Put("publish/wwwroot/index.html", "<p>fish</p>");
        Put("publish/empty.txt", "");
        Put("bundle/efbundle", "#!/bin/sh\n", executable: true);
    }

    public string Root { get; }

    public ReleaseStore Store { get; }

    public KeyStore Keys { get; }

    public ReleaseDraft Draft => new()
    {
        Unit = Catalog,
        Origin = Origin,
        Parts = [new("app", At("publish")), new("migrate", At("bundle/efbundle"))],
    };

    public string At(string path) => Path.Combine(Root, path);

    public void Put(string path, string text, bool executable = false)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(path))!);
        File.WriteAllText(At(path), text);
        if (executable) SetMode(At(path), 0b111_000_000);
    }

    public Task<WrittenRelease> WriteAsync(ReleaseDraft? draft = null) =>
        new ReleaseWriter(Store).WriteAsync(draft ?? Draft, TestContext.Current.CancellationToken);

    /// <summary>A release, written and signed with the development key unless another is given.</summary>
    public async Task<string> SignedAsync(ReleaseDraft? draft = null, SigningKey? key = null)
    {
        var written = await WriteAsync(draft);
        await SignAsync(written.Folder, key);
        return written.Folder;
    }

    public Task<SignedRelease> SignAsync(string folder, SigningKey? key = null) =>
        ReleaseSigner.SignAsync(folder, key ?? Keys.FindSigningKey(), Evidence, cancellation: TestContext.Current.CancellationToken);

    public Task<ReleaseVerdict> VerifyAsync(string folder, ReleaseAddress? address = null) =>
        ReleaseVerifier.VerifyAsync(folder, Keys.FindVerificationKeys(null), address, TestContext.Current.CancellationToken);

    public static SigningKey NewReleaseKey()
    {
        var key = PrivateKey.Generate();
        return new(key.Public, KeyKind.Release, key);
    }

    public static string[] FilesOf(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder, file)).Order(StringComparer.Ordinal),
    ];

    public void Dispose() => Directory.Delete(Root, recursive: true);

    public static int ModeOf(string path) => OperatingSystem.IsWindows() ? 0 : (int)File.GetUnixFileMode(path);

    public static void SetMode(string path, int mode)
    {
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, (UnixFileMode)mode);
    }

    internal static string Bundle(string folder) => Path.Combine(folder, AttestationName.Provenance.Path);

    internal static string Manifest(string folder) => Path.Combine(folder, ReleasePath.Manifest);
}
