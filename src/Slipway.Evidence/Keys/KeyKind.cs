namespace Slipway.Evidence.Keys;

/// <summary>What a key may vouch for.</summary>
public enum KeyKind
{
    /// <summary>Made on first use on a developer's machine, unencrypted; good up to dev.</summary>
    Development,

    /// <summary>Made by somebody on purpose, kept encrypted.</summary>
    Release,
}
