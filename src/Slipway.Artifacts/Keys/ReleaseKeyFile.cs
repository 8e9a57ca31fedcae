using Slipway.Evidence.Keys;
using Slipway.Machine.Files;
using Slipway.Model.Problems;

namespace Slipway.Artifacts.Keys;

/// <summary>Makes release keys: encrypted, readable by their owner alone, and never in a repository.</summary>
public static class ReleaseKeyFile
{
    /// <summary>The ending of the public half's file, which lies beside the private one.</summary>
    public const string PublicEnding = ".pub";

    private const int ShortestPassphrase = 12;

    /// <summary>The file that a value names, absolute; with <c>file:</c> before it or not, as keys are named everywhere else.</summary>
    public static string PathOf(string value) => KeyText.PathIn(value) ?? Path.GetFullPath(value);

    /// <summary>Makes a P-256 key: PATH gets the private half, PATH.pub the public one.</summary>
    /// <param name="path">Must not exist yet; <c>file:</c> may stand before it.</param>
    /// <param name="places">Has the passphrase, and the repositories in which no key may lie.</param>
    /// <exception cref="BadInputException">There is no passphrase or a short one, the file exists, or it would lie in a git work tree, whosever that is.</exception>
    public static VerificationKey Create(string path, KeyPlaces places)
    {
        ArgumentNullException.ThrowIfNull(places);
        path = PathOf(path);
        KeyText.RefuseBelow([.. places.Repositories, .. KeyPlaces.RepositoriesAround(path)], path);
        if (string.IsNullOrEmpty(places.Passphrase))
            throw Bad(Evidence.Codes.Passphrase, path, "A release key is encrypted, and no passphrase was given.", "Set SLIPWAY_SIGNING_KEY_PASSPHRASE.");
        if (places.Passphrase.Length < ShortestPassphrase)
        {
            throw Bad(Codes.PassphraseShort, path,
                $"The passphrase has {places.Passphrase.Length} characters: whoever gets hold of the file could try them all.",
                $"Set SLIPWAY_SIGNING_KEY_PASSPHRASE to {ShortestPassphrase} characters or more; openssl rand -base64 24 makes one.");
        }
        foreach (var file in (string[])[path, path + PublicEnding])
        {
            if (FileKind.IsThere(file))
                throw Bad(Codes.KeyFileExists, file, $"{file} exists already, and a key is never written over.", "Name a file that does not exist.");
        }
        using var key = PrivateKey.Generate();
        try
        {
            AtomicFile.WriteAllText(path, key.ExportEncryptedPem(places.Passphrase), UnixFileMode.UserRead | UnixFileMode.UserWrite, durable: true);
            AtomicFile.WriteAllText(path + PublicEnding, key.Public.Pem, durable: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw Bad(Codes.KeyMissing, path, $"{path} cannot be written: {error.Message}", "Name a file in a folder of yours.");
        }
        return key.Public;
    }

    private static BadInputException Bad(string code, string file, string message, string mend) =>
        new(new Problem { Code = code, Message = message, File = file, Mend = mend });
}
