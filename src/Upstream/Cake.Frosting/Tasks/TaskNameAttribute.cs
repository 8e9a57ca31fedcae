namespace Cake.Frosting;

/// <summary>The task's name, where it is not the class's.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class TaskNameAttribute(string name) : Attribute
{
    /// <summary>Compared without regard to case.</summary>
    public string Name { get; } = name;
}
