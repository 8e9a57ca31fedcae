using Slipway.Evidence.Keys;
using Slipway.Machine.Files;
using Slipway.Model.Problems;

namespace Slipway.Artifacts.Keys;

/// <summary>Makes release keys: encrypted, readable by their owner alone, and never in a repository.</summary>
public static class ReleaseKeyFile
{
    /// <summary>The ending of the public half's file, which lies beside the private one.</summary>
    public const string PublicEnding = ".pub";

    /// <summary>Makes a P-256 key: PATH gets the private half, PATH.pub the public one.</summary>
    /// <param name="path">Must not exist yet.</param>
    /// <param name="places">Has the passphrase, and the repositories in which no key may lie.</param>
    /// <exception cref="BadInputException">There is no passphrase, the file exists, or it would lie in a repository.</exception>
    public static VerificationKey Create(string path, KeyPlaces places)
    {
        ArgumentNullException.ThrowIfNull(places);
        path = Path.GetFullPath(path);
        KeyText.RefuseBelow(places.Repositories, path);
        if (string.IsNullOrEmpty(places.Passphrase))
            throw Bad(Evidence.Codes.Passphrase, path, "A release key is encrypted, and no passphrase was given.", "Set SLIPWAY_SIGNING_KEY_PASSPHRASE.");
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
