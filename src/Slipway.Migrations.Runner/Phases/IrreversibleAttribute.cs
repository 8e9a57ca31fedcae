namespace Slipway.Migrations.Runner.Phases;

/// <summary>Marks a migration that cannot be taken back, on purpose. Without it a migration has to have a <c>Down</c>.</summary>
/// <param name="reason">Why, for the person who wants to roll back.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class IrreversibleAttribute(string reason) : Attribute
{
    /// <summary>Why it cannot be taken back.</summary>
    public string Reason { get; } = reason;
}
