using System.Collections.Immutable;

namespace Slipway.Boundaries;

/// <summary>The rules that are checked from outside the build, written by hand; an id is never reused.</summary>
public static class RuleIds
{
    /// <summary>A unit references another unit that is not a package. The analyzers know the same rule by the same id.</summary>
    public const string ForeignUnit = "SLW1001";

    /// <summary>Sources of another unit are compiled into this one. The analyzers know the same rule by the same id.</summary>
    public const string ForeignSource = "SLW1004";

    /// <summary>A link leads out of its unit.</summary>
    public const string LinkOutside = "SLW1005";

    /// <summary>What a unit ships holds an assembly of another unit.</summary>
    public const string ForeignAssemblyShipped = "SLW1009";

    /// <summary>A reference to another unit that today's evaluation does not show: behind a condition, or in a program without a project.</summary>
    public const string HiddenReference = "SLW1010";

    /// <summary>A compiled assembly of this platform lies in the repository without the stamp of its unit.</summary>
    public const string UnstampedAssembly = "SLW1011";

    /// <summary>Two units have the same source, and neither may use the other's.</summary>
    public const string CopiedSource = "SLW1012";

    /// <summary>A file of another unit is part of this one's build. The analyzers know the same rule by the same id.</summary>
    public const string ForeignFile = "SLW1014";

    /// <summary>SQL names a schema or database of another unit. The analyzers know the same rule by the same id.</summary>
    public const string ForeignSchema = "SLW2002";

    /// <summary>Two units use one database.</summary>
    public const string SharedDatabase = "SLW2003";

    /// <summary>SQL ties the database to that of another unit.</summary>
    public const string TiedDatabases = "SLW2004";

    /// <summary>A script imports a file of another unit.</summary>
    public const string ForeignImport = "SLW8001";

    /// <summary>A package.json depends on another unit that is not a package.</summary>
    public const string ForeignDependency = "SLW8002";

    /// <summary>A tool's configuration leads into another unit.</summary>
    public const string ForeignAlias = "SLW8003";

    /// <summary>An import reaches past the entry of a package.</summary>
    public const string DeepImport = "SLW8004";

    /// <summary>An app calls a service or another app without its SDK package.</summary>
    public const string RawCall = "SLW8005";

    /// <summary>The analyzers are switched off, or did not run.</summary>
    public const string AnalyzersOff = "SLW9001";

    /// <summary>A rule is suppressed or its severity changed.</summary>
    public const string Suppressed = "SLW9002";

    /// <summary>An allowed edge is of no use any more.</summary>
    public const string StaleAllowance = "SLW9003";

    /// <summary>A project lies where no unit is.</summary>
    public const string UnknownFolder = "SLW9004";

    /// <summary>A project could not be read, so nobody knows what it references.</summary>
    public const string UnknownReferences = "SLW9005";

    /// <summary>An entry of the baseline occurs no more.</summary>
    public const string StaleBaseline = "SLW9006";

    /// <summary>Code uses a type or a member of another unit. Found by the compiler alone.</summary>
    internal const string ForeignSymbol = "SLW1002";

    /// <summary>An assembly that is open in part is used where no use can be shown. Found by the compiler alone.</summary>
    internal const string HiddenUse = "SLW1003";

    /// <summary>An assembly opens its internals to another unit, or takes another's. Found by the compiler alone.</summary>
    internal const string ForeignFriend = "SLW1006";

    /// <summary>A package depends on what is deployed. Found by the compiler alone; from outside it is <see cref="ForeignUnit"/>.</summary>
    internal const string PackageOnDeployed = "SLW1007";

    /// <summary>A test project reaches into another unit. Found by the compiler alone.</summary>
    internal const string TestCrossesUnits = "SLW1013";

    /// <summary>A mapping names a schema that the unit does not own. Found by the compiler alone.</summary>
    internal const string ForeignMapping = "SLW2001";

    /// <summary>An app addresses a service by itself instead of through its SDK package. Found by the compiler alone.</summary>
    internal const string ServiceAddress = "SLW7001";

    /// <summary>The rules of <c>Slipway.Analyzers</c> that nobody can configure, as that package lists them itself: it runs in a compiler, and nothing here can reference it.</summary>
    internal static ImmutableArray<string> OfTheCompiler { get; } =
    [
        ForeignUnit, ForeignSymbol, HiddenUse, ForeignSource, ForeignFriend, PackageOnDeployed, UnstampedAssembly, TestCrossesUnits,
        ForeignFile, ForeignMapping, ForeignSchema, ServiceAddress, UnknownFolder,
    ];
}
