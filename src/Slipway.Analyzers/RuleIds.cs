namespace Slipway.Analyzers;

/// <summary>Every rule's id, written by hand: an id is never reused, and has a page in docs/reference/diagnostics.</summary>
public static class RuleIds
{
    /// <summary>A unit references another unit's assembly.</summary>
    public const string ForeignAssembly = "SLW1001";

    /// <summary>Code uses a type or a member of another unit.</summary>
    public const string ForeignSymbol = "SLW1002";

    /// <summary>An assembly that is open in part is used where no use can be shown.</summary>
    public const string HiddenUse = "SLW1003";

    /// <summary>Source from outside the unit is compiled into it.</summary>
    public const string ForeignSource = "SLW1004";

    /// <summary>An assembly opens its internals to another unit, or takes another's.</summary>
    public const string ForeignFriend = "SLW1006";

    /// <summary>A package depends on what is deployed.</summary>
    public const string PackageOnDeployed = "SLW1007";

    /// <summary>Code loads an assembly by a name or a path that is not the unit's.</summary>
    public const string LoadByName = "SLW1008";

    /// <summary>An assembly that was built here has no stamp, or one that its place denies.</summary>
    public const string FalseStamp = "SLW1011";

    /// <summary>A test project reaches into another unit.</summary>
    public const string TestCrossesUnits = "SLW1013";

    /// <summary>A project takes a file of another unit.</summary>
    public const string ForeignFile = "SLW1014";

    /// <summary>A namespace is not the unit's own.</summary>
    public const string ForeignNamespace = "SLW1015";

    /// <summary>A contracts package does something.</summary>
    public const string ContractsWithBehaviour = "SLW1016";

    /// <summary>A mapping names a schema that the unit does not own.</summary>
    public const string ForeignMapping = "SLW2001";

    /// <summary>SQL names a schema that the unit does not own.</summary>
    public const string ForeignSchemaInSql = "SLW2002";

    /// <summary>An app addresses a service by itself instead of through its SDK package.</summary>
    public const string ServiceAddress = "SLW7001";

    /// <summary>An app reads a service's address from its configuration.</summary>
    public const string ConfiguredServiceAddress = "SLW7002";

    /// <summary>The compiler was not told which unit it compiles, or cannot read what it was told.</summary>
    public const string UnknownUnit = "SLW9004";

    /// <summary>A task asks for a context that the host does not have.</summary>
    public const string TaskContext = "SLW9101";

    /// <summary>A task is not public, so the host does not see it.</summary>
    public const string TaskNotPublic = "SLW9102";

    /// <summary>A task cannot be created, so the host does not register it.</summary>
    public const string TaskNotCreated = "SLW9103";

    /// <summary>A task depends on what is no task of the host.</summary>
    public const string TaskDependency = "SLW9104";

    /// <summary>Tasks depend on each other in a circle.</summary>
    public const string TaskCycle = "SLW9105";

    /// <summary>A task does not pass the context's token on.</summary>
    public const string TaskToken = "SLW9106";

    /// <summary>
    /// The rules that nobody can configure, in ordinal order. The receipt of a build (its SARIF log) must name each of them: where one is
    /// missing, the analyzers did not run.
    /// </summary>
    public static IReadOnlyList<string> Core { get; } =
    [
        ForeignAssembly, ForeignSymbol, HiddenUse, ForeignSource, ForeignFriend, PackageOnDeployed, FalseStamp, TestCrossesUnits,
        ForeignFile, ForeignMapping, ForeignSchemaInSql, ServiceAddress, UnknownUnit,
    ];
}
