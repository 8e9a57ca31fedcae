namespace Slipway.Workspace;

/// <summary>The codes of this project's messages: 1014–1099 configuration and layout, 2001–2049 graph. Never reused.</summary>
internal static class Codes
{
    /// <summary>No platform was found from here upwards, or the folder given is none.</summary>
    public const string NoPlatform = "SLP1019";

    /// <summary>A pattern of the layout is not well formed.</summary>
    public const string BadPattern = "SLP1020";

    /// <summary>A pattern of the layout matches no folder.</summary>
    public const string PatternMatchesNothing = "SLP1021";

    /// <summary>A path leads out of the repository.</summary>
    public const string PathOutside = "SLP1022";

    /// <summary>Two patterns of the layout claim one folder with equal right.</summary>
    public const string TiedClaims = "SLP1023";

    /// <summary>A unit's name is outside the grammar.</summary>
    public const string BadUnitName = "SLP1024";

    /// <summary>Two units have one name.</summary>
    public const string DuplicateUnit = "SLP1025";

    /// <summary>A link leaves the repository, leads nowhere, or is not followed.</summary>
    public const string LinkOutside = "SLP1026";

    /// <summary>A folder where a unit is expected holds nothing to build.</summary>
    public const string EmptyUnit = "SLP1027";

    /// <summary>A unit.yaml lies where no unit is, or a unit has two of them.</summary>
    public const string MisplacedUnitFile = "SLP1028";

    /// <summary>A project belongs to no unit.</summary>
    public const string StrayProject = "SLP1029";

    /// <summary>A file in environments/ belongs to none of the four.</summary>
    public const string UnknownEnvironment = "SLP1030";

    /// <summary>A secret stands in plain text.</summary>
    public const string PlainSecret = "SLP1031";

    /// <summary>Two units own one database.</summary>
    public const string SharedDatabase = "SLP1032";

    /// <summary>A name is not that of a unit.</summary>
    public const string UnknownUnit = "SLP1033";

    /// <summary>A glob of unit.yaml matches no project of the unit.</summary>
    public const string GlobMatchesNothing = "SLP1034";

    /// <summary>A package.json is not one.</summary>
    public const string BadManifest = "SLP1035";

    /// <summary>A file is called almost like one that is read.</summary>
    public const string Misnamed = "SLP1036";

    /// <summary>Two packages have one name, and somebody asks for it.</summary>
    public const string SharedPackageName = "SLP1037";

    /// <summary>A platform.yaml lies where a unit is expected, and would hide it.</summary>
    public const string NestedPlatform = "SLP1038";

    /// <summary>A name in exposes is no package of the unit.</summary>
    public const string UnknownPackage = "SLP1040";

    /// <summary>A name in exposes cannot be a namespace.</summary>
    public const string BadNamespace = "SLP1041";

    /// <summary>An app's script start starts its server in a way that an image cannot.</summary>
    public const string BadStartScript = "SLP1050";

    /// <summary>Units use each other in a circle.</summary>
    public const string UnitCycle = "SLP2001";

    /// <summary>A project could not be evaluated; its unit is unknown, never clean.</summary>
    public const string UnreadableProject = "SLP2002";

    /// <summary>A project refers to a project file that is not there.</summary>
    public const string MissingReference = "SLP2003";

    /// <summary>No .NET SDK was found to evaluate projects with.</summary>
    public const string NoSdk = "SLP2004";

    /// <summary>Projects refer to each other in a circle within one unit.</summary>
    public const string ProjectCycle = "SLP2005";

    /// <summary>Git does not know what to compare with.</summary>
    public const string UnknownReference = "SLP2006";
}
