namespace Slipway.Migrations.Runner.Phases;

/// <summary>Marks a migration that moves data into a place which an expand migration made, and changes no schema.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class BackfillAttribute : Attribute;
