namespace Cake.Frosting;

/// <summary>Another task that this one runs before.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class IsDependeeOfAttribute(Type type) : Attribute
{
    /// <summary>A class that implements <see cref="IFrostingTask"/>.</summary>
    public Type Task { get; } = type;
}
