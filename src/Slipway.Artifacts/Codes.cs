namespace Slipway.Artifacts;

/// <summary>What can be wrong with a release on disk, with a key's place, or with a registry, <c>SLP4050</c> to <c>SLP4099</c> and <c>SLP4120</c> to <c>SLP4149</c>. Never reused.</summary>
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

    /// <summary>A release's SBOM cannot be read</summary>
    public const string SbomUnreadable = "SLP4067";

    /// <summary>An environment asks less of a release than the one before it</summary>
    public const string PolicyLooser = "SLP4068";

    /// <summary>A policy file is called almost like the one that is read</summary>
    public const string PolicyMisnamed = "SLP4069";

    /// <summary>A summary of what verification came to cannot be written where it was asked for</summary>
    public const string SummaryUnwritten = "SLP4081";

    /// <summary>A trust file is called almost like the one that is read</summary>
    public const string TrustMisnamed = "SLP4082";

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

    /// <summary>A trust file names a key by another id than its own</summary>
    public const string TrustedIdDiffers = "SLP4075";

    /// <summary>A trust file names a key twice</summary>
    public const string TrustedTwice = "SLP4076";

    /// <summary>A command that signs failed, or gave no signature</summary>
    public const string SignerCommandFailed = "SLP4077";

    /// <summary>A key is not in the trust file</summary>
    public const string NotTrusted = "SLP4078";

    /// <summary>A new key's file exists already</summary>
    public const string KeyFileExists = "SLP4079";

    /// <summary>A trust file cannot be changed in place</summary>
    public const string TrustNotEditable = "SLP4080";

    /// <summary>A text names no place in a registry</summary>
    public const string ReferenceUnreadable = "SLP4120";

    /// <summary>A registry cannot be reached</summary>
    public const string RegistryUnreachable = "SLP4121";

    /// <summary>A registry refused a request</summary>
    public const string RegistryRefused = "SLP4122";

    /// <summary>A registry does not let these credentials in</summary>
    public const string RegistryUnauthorized = "SLP4123";

    /// <summary>A registry gave or took other bytes than those of the digest</summary>
    public const string RegistryDigestDiffers = "SLP4124";

    /// <summary>A registry is too slow</summary>
    public const string RegistryTooSlow = "SLP4125";

    /// <summary>A registry's answer cannot be understood</summary>
    public const string RegistryAnswer = "SLP4126";

    /// <summary>An OCI layout cannot be read, or was altered</summary>
    public const string LayoutBroken = "SLP4127";

    /// <summary>A tag in a registry names other content already</summary>
    public const string TagTaken = "SLP4128";

    /// <summary>Credentials for a registry cannot be read</summary>
    public const string CredentialsUnreadable = "SLP4129";

    /// <summary>A registry does not have what was asked for</summary>
    public const string NotInRegistry = "SLP4130";

    /// <summary>A registry lost what refers to an image</summary>
    public const string ReferrersLost = "SLP4131";

    /// <summary>A package cannot be pushed to its feed</summary>
    public const string FeedRefused = "SLP4132";

    /// <summary>A feed has other content under a package's version already</summary>
    public const string PackageTaken = "SLP4133";

    /// <summary>A package cannot be signed with a certificate</summary>
    public const string PackageNotSigned = "SLP4134";

    /// <summary>A release holds nothing that could be published</summary>
    public const string NothingToPublish = "SLP4135";

    /// <summary>What a registry has there is no release, or one of several</summary>
    public const string NoReleaseThere = "SLP4136";

    /// <summary>A new key's passphrase is too short</summary>
    public const string PassphraseShort = "SLP4137";

    /// <summary>A trust file cannot be read or written</summary>
    public const string TrustUnreachable = "SLP4138";

    /// <summary>A package is no package</summary>
    public const string PackageBroken = "SLP4139";

    /// <summary>A base image that is kept is damaged and cannot be brought again</summary>
    public const string KeptImageDamaged = "SLP4140";

    /// <summary>What a registry sends cannot be written here</summary>
    public const string NotKept = "SLP4141";

    /// <summary>This machine's Node does not say its version, so nobody knows what an image of it would hold.</summary>
    public const string NodeSilent = "SLP4148";
}
