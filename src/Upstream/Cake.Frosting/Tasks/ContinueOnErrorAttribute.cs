namespace Cake.Frosting;

/// <summary>The run goes on after this task fails, and still exits with 0.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ContinueOnErrorAttribute : Attribute;
