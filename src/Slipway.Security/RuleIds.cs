namespace Slipway.Security;

/// <summary>What the security stage finds itself, written by hand; an id is never reused.</summary>
public static class RuleIds
{
    /// <summary>A private key in a file.</summary>
    public const string PrivateKey = "SLW4001";

    /// <summary>A token of a provider in a file.</summary>
    public const string Token = "SLW4002";

    /// <summary>A password or another secret in plain text.</summary>
    public const string Password = "SLW4003";

    /// <summary>A waiver without a reason.</summary>
    public const string UnexplainedWaiver = "SLW4004";

    /// <summary>A package with a known vulnerability.</summary>
    public const string VulnerablePackage = "SLW4010";

    /// <summary>A package that its makers have given up.</summary>
    public const string DeprecatedPackage = "SLW4011";
}
