namespace Slipway.Evidence;

/// <summary>
/// What can be wrong with a manifest, a bundle, a statement or a key, <c>SLP4001</c> to <c>SLP4049</c>, and what a policy can refuse,
/// <c>SLP4100</c> to <c>SLP4119</c>. Never reused.
/// </summary>
public static class Codes
{
    /// <summary>A release manifest is not JSON</summary>
    public const string ManifestUnreadable = "SLP4001";

    /// <summary>A release manifest has an unknown, missing or doubled key, or a value of the wrong type</summary>
    public const string ManifestShape = "SLP4002";

    /// <summary>A release manifest holds a value outside its grammar</summary>
    public const string ManifestValue = "SLP4003";

    /// <summary>A release path leaves its folder or cannot be written everywhere</summary>
    public const string UnsafePath = "SLP4004";

    /// <summary>Two release paths are one file on some machines</summary>
    public const string PathClash = "SLP4005";

    /// <summary>A release manifest was not written in its one form</summary>
    public const string ManifestForm = "SLP4006";

    /// <summary>A signature bundle is not a Sigstore bundle</summary>
    public const string BundleUnreadable = "SLP4010";

    /// <summary>A signature bundle has another media type</summary>
    public const string BundleMediaType = "SLP4011";

    /// <summary>A signature bundle does not hold exactly one signature</summary>
    public const string BundleSignatureCount = "SLP4012";

    /// <summary>A signature was made by a key that is not trusted</summary>
    public const string UnknownKey = "SLP4013";

    /// <summary>A signature bundle names two keys for one signature</summary>
    public const string KeyIdDiffers = "SLP4014";

    /// <summary>A signature does not match what it signs</summary>
    public const string SignatureInvalid = "SLP4015";

    /// <summary>A signature is over something that is not an in-toto statement</summary>
    public const string PayloadType = "SLP4016";

    /// <summary>A signed statement cannot be read</summary>
    public const string StatementUnreadable = "SLP4017";

    /// <summary>A signed statement is about something else</summary>
    public const string SubjectDiffers = "SLP4018";

    /// <summary>A signed statement is of another type</summary>
    public const string PredicateType = "SLP4019";

    /// <summary>A release's origin is not what was signed</summary>
    public const string OriginDiffers = "SLP4020";

    /// <summary>A signature bundle was not written in its one form</summary>
    public const string BundleForm = "SLP4021";

    /// <summary>A statement does not say when, by whom and in which run it was signed</summary>
    public const string SigningUnsaid = "SLP4022";

    /// <summary>The statements of a release come from more than one signing</summary>
    public const string SigningsDiffer = "SLP4023";

    /// <summary>A gate's statement cannot be read</summary>
    public const string GateUnreadable = "SLP4024";

    /// <summary>A key signed what it may not attest</summary>
    public const string KeyMayNotAttest = "SLP4025";

    /// <summary>A key does not count at this time</summary>
    public const string KeyOutOfTime = "SLP4026";

    /// <summary>A key is revoked</summary>
    public const string KeyRevoked = "SLP4027";

    /// <summary>A statement tells of a time that has not come</summary>
    public const string FutureTime = "SLP4028";

    /// <summary>A statement holds another SBOM than the release</summary>
    public const string SbomDiffers = "SLP4029";

    /// <summary>A key cannot be read</summary>
    public const string KeyUnreadable = "SLP4030";

    /// <summary>A key's passphrase is missing or wrong</summary>
    public const string Passphrase = "SLP4031";

    /// <summary>A private key was given where a public one belongs, or the other way round</summary>
    public const string WrongHalf = "SLP4032";

    /// <summary>A gate's statement counts what cannot be</summary>
    public const string GateContradicts = "SLP4034";

    /// <summary>An SBOM contradicts itself</summary>
    public const string SbomFault = "SLP4048";

    /// <summary>A signature claims another kind of key than made it</summary>
    public const string KeyKindDiffers = "SLP4033";

    /// <summary>A policy wants a statement that is not there</summary>
    public const string StatementMissing = "SLP4100";

    /// <summary>A policy wants a gate that nobody vouches for</summary>
    public const string GateMissing = "SLP4101";

    /// <summary>A policy wants a gate that did not pass</summary>
    public const string GateNotPassed = "SLP4102";

    /// <summary>A policy does not allow a statement's builder</summary>
    public const string BuilderNotAllowed = "SLP4103";

    /// <summary>A policy finds a statement too old</summary>
    public const string TooOld = "SLP4104";

    /// <summary>A policy wants other parameters of the build</summary>
    public const string ParametersDiffer = "SLP4105";

    /// <summary>A policy wants more of a gate than it did</summary>
    public const string TooFew = "SLP4106";

    /// <summary>A development key signed for an environment past dev</summary>
    public const string DevelopmentKey = "SLP4107";

    /// <summary>A policy refuses what was built from uncommitted changes</summary>
    public const string Uncommitted = "SLP4108";
}
