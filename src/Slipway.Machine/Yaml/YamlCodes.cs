namespace Slipway.Machine.Yaml;

/// <summary>What can be wrong with a YAML file before its meaning is looked at.</summary>
public static class YamlCodes
{
    /// <summary>The file is not YAML, or empty, or uses tags or keys that are no words.</summary>
    public const string Syntax = "SLP1001";

    /// <summary>A tab indents a line.</summary>
    public const string Tab = "SLP1002";

    /// <summary>A key occurs twice in one map.</summary>
    public const string DuplicateKey = "SLP1003";

    /// <summary>An anchor or an alias.</summary>
    public const string Alias = "SLP1004";

    /// <summary>The file is larger than 1 MB.</summary>
    public const string TooLarge = "SLP1005";

    /// <summary>Maps and lists are nested deeper than 32.</summary>
    public const string TooDeep = "SLP1006";

    /// <summary>The file's bytes are not UTF-8.</summary>
    public const string NotUtf8 = "SLP1007";

    /// <summary>More than one document in the file.</summary>
    public const string SeveralDocuments = "SLP1008";

    /// <summary>The file cannot be read.</summary>
    public const string Unreadable = "SLP1009";

    /// <summary>A key that nobody asks for.</summary>
    public const string UnknownKey = "SLP1010";

    /// <summary>A value of another type than the key wants.</summary>
    public const string WrongType = "SLP1011";

    /// <summary>A key that must be there is not.</summary>
    public const string MissingKey = "SLP1012";

    /// <summary>A value that is not among the allowed ones.</summary>
    public const string NotAllowed = "SLP1013";
}
