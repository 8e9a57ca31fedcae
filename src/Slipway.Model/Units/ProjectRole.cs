namespace Slipway.Model.Units;

/// <summary>What one project is for within its unit.</summary>
public enum ProjectRole
{
    /// <summary>Code that others link.</summary>
    Library,

    /// <summary>The program that a release runs, or the bundle of an app.</summary>
    Entry,

    /// <summary>The service's migration bundle.</summary>
    Migrator,

    /// <summary>Tests that need nothing but themselves.</summary>
    UnitTests,

    /// <summary>Tests that need a real database.</summary>
    IntegrationTests,

    /// <summary>A program that is neither released nor a test.</summary>
    Tool,

    /// <summary>A project that could not be read; its unit's edges are unknown.</summary>
    Unreadable,
}
