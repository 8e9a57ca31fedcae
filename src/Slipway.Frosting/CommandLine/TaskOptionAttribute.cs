namespace Slipway.Frosting.CommandLine;

/// <summary>Declares an option that a task reads, such as <c>--environment</c>. An option that nobody declares is an error.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class TaskOptionAttribute(string name, string description) : Attribute
{
    /// <summary>Without the dashes.</summary>
    public string Name { get; } = name;

    public string Description { get; } = description;

    /// <summary>Whether it stands alone, without a value.</summary>
    public bool IsFlag { get; init; }
}
