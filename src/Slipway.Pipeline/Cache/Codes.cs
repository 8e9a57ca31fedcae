namespace Slipway.Pipeline.Cache;

/// <summary>What the cache has to say, <c>SLP3110</c> to <c>SLP3149</c>. None of it fails a build: what cannot be believed or reached is bypassed.</summary>
internal static class Codes
{
    /// <summary>A cache entry is damaged.</summary>
    public const string EntryDamaged = "SLP3110";

    /// <summary>A cache entry is not signed.</summary>
    public const string EntryUnsigned = "SLP3111";

    /// <summary>A cache entry was signed by a key that is not trusted.</summary>
    public const string WriterUntrusted = "SLP3112";

    /// <summary>The signature of a cache entry does not match it.</summary>
    public const string SignatureInvalid = "SLP3113";

    /// <summary>A cache entry stands where it does not belong: it is of a pull request, or of another stage.</summary>
    public const string EntryMisplaced = "SLP3114";

    /// <summary>Cached content is not what its entry says.</summary>
    public const string ContentDiffers = "SLP3115";

    /// <summary>Cached content is gone.</summary>
    public const string ContentMissing = "SLP3116";

    /// <summary>The remote cache failed to answer a request.</summary>
    public const string RemoteFailed = "SLP3117";

    /// <summary>The remote cache is not used any more in this run.</summary>
    public const string RemoteOff = "SLP3118";

    /// <summary>An output cannot be put where its cache entry says.</summary>
    public const string TargetRefused = "SLP3119";

    /// <summary>An output cannot be cached.</summary>
    public const string OutputRefused = "SLP3120";

    /// <summary>The local cache cannot be read or written.</summary>
    public const string StoreFailed = "SLP3121";

    /// <summary>The remote cache takes no entries from this run.</summary>
    public const string RemoteReadOnly = "SLP3122";

    /// <summary>A setting of the cache is wrong.</summary>
    public const string SettingWrong = "SLP3123";

    /// <summary>An output names a folder of this machine.</summary>
    public const string OutputNotPortable = "SLP3124";
}
