namespace Slipway.Boundaries;

/// <summary>The rules that are checked from outside the build, written by hand; an id is never reused.</summary>
public static class RuleIds
{
    /// <summary>A unit references another unit that is not a package. The analyzers know the same rule by the same id.</summary>
    public const string ForeignUnit = "SLW1001";

    /// <summary>An allowed edge is of no use any more.</summary>
    public const string StaleAllowance = "SLW9003";

    /// <summary>A project could not be read, so nobody knows what it references.</summary>
    public const string UnknownReferences = "SLW9005";
}
