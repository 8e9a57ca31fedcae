namespace Slipway.Artifacts;

/// <summary>What can be wrong with a release on disk or with a key's place, <c>SLP4050</c> to <c>SLP4099</c>. Never reused.</summary>
public static class Codes
{
    /// <summary>A file of a release was changed</summary>
    public const string FileChanged = "SLP4050";

    /// <summary>A file of a release is missing</summary>
    public const string FileMissing = "SLP4051";

    /// <summary>A release holds a file that its manifest does not know</summary>
    public const string FileExtra = "SLP4052";

    /// <summary>A release holds a symbolic link</summary>
    public const string LinkInRelease = "SLP4053";

    /// <summary>A release lies where another one belongs</summary>
    public const string Misplaced = "SLP4054";

    /// <summary>There is no release</summary>
    public const string ReleaseMissing = "SLP4055";

    /// <summary>A release is not signed</summary>
    public const string SignatureMissing = "SLP4056";

    /// <summary>A signature does not say with what kind of key it was made, or says another</summary>
    public const string KeyKindDiffers = "SLP4057";

    /// <summary>A file of a release cannot be read</summary>
    public const string FileUnreadable = "SLP4058";

    /// <summary>A release holds an empty folder that no file of it lies in</summary>
    public const string FolderExtra = "SLP4059";

    /// <summary>A part of a release was not built</summary>
    public const string PartMissing = "SLP4060";

    /// <summary>A part of a release holds a link that cannot be shipped</summary>
    public const string LinkInPart = "SLP4061";

    /// <summary>A part of a release holds a file whose name cannot be shipped</summary>
    public const string UnshippableName = "SLP4062";

    /// <summary>A release is not what was packaged</summary>
    public const string NotAsPackaged = "SLP4063";

    /// <summary>A signer gave a signature that does not verify</summary>
    public const string SignerFailed = "SLP4064";

    /// <summary>A version cannot name a release</summary>
    public const string BadVersion = "SLP4065";

    /// <summary>A release that was to be packaged lies there already and was altered</summary>
    public const string Altered = "SLP4066";

    /// <summary>A base image cannot be read, or was altered</summary>
    public const string BaseImageUnreadable = "SLP4090";

    /// <summary>A base image has to be pulled, and there is nothing to pull it with</summary>
    public const string BaseImageNotHere = "SLP4091";

    /// <summary>A private key lies in the repository</summary>
    public const string KeyInRepository = "SLP4070";

    /// <summary>A key cannot be found</summary>
    public const string KeyMissing = "SLP4071";

    /// <summary>A private key can be read by others</summary>
    public const string KeyUnprotected = "SLP4072";

    /// <summary>A release key is not encrypted</summary>
    public const string KeyNotEncrypted = "SLP4073";

    /// <summary>A key to verify with lies in a release</summary>
    public const string KeyInRelease = "SLP4074";
}
