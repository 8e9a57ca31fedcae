namespace Slipway.Frosting;

/// <summary>The codes of the host's messages. Each has a page in the reference; none is ever used again for something else.</summary>
public static class Codes
{
    /// <summary>A task that Frosting cannot see because it is not public.</summary>
    public const string TaskNotPublic = "SLP1100";

    /// <summary>A task whose context does not fit the host's.</summary>
    public const string TaskContext = "SLP1101";

    /// <summary>A dependency that is no task of this host.</summary>
    public const string MissingDependency = "SLP1102";

    /// <summary>Tasks that depend on each other in a circle.</summary>
    public const string CircularDependency = "SLP1103";

    /// <summary>Two tasks with one name.</summary>
    public const string DuplicateTask = "SLP1104";

    /// <summary>A target that does not exist.</summary>
    public const string UnknownTarget = "SLP1105";

    /// <summary>An option that no task and no host declares.</summary>
    public const string UnknownOption = "SLP1106";

    /// <summary>An option without its value, or with one that does not fit.</summary>
    public const string BadOptionValue = "SLP1107";

    /// <summary>A word on the command line that is neither an option nor a value.</summary>
    public const string StrayArgument = "SLP1108";

    /// <summary>A task that implements Frosting's interface by itself.</summary>
    public const string TaskWithoutBase = "SLP1109";

    /// <summary>A task that names one dependency twice.</summary>
    public const string RepeatedDependency = "SLP1110";

    /// <summary>A released service does not live in a container.</summary>
    public const string Smoke = "SLP1111";

    /// <summary>The .NET SDK cannot build in a folder of that path.</summary>
    public const string UnbuildablePath = "SLP1112";

    /// <summary>There is no run to continue, or none that this host could repeat.</summary>
    public const string NothingToContinue = "SLP1115";

    /// <summary>The build host could not be compiled ahead of time.</summary>
    public const string NotTuned = "SLP1116";

    /// <summary>The machine lacks something that the platform needs.</summary>
    public const string MachineLacks = "SLP1120";

    /// <summary>What is kept of a project is not what MSBuild says of it.</summary>
    public const string WrongEvaluation = "SLP1121";

    /// <summary>Texts have other line ends than git would check out, which git does not say.</summary>
    public const string OtherLineEnds = "SLP1122";

    /// <summary>Our own bug.</summary>
    public const string Bug = "SLP9001";
}
