using System.IO.Enumeration;

namespace Slipway.Model.Units;

/// <summary>The documents of its API that a service commits: <c>openapi*.json</c> in its own folder. They are its promise to others.</summary>
public static class ApiDocuments
{
    /// <summary>What their names look like.</summary>
    public const string Pattern = "openapi*.json";

    /// <param name="unit">Whose.</param>
    /// <param name="path">A file, from the platform's root, with forward slashes.</param>
    public static bool Hold(Unit unit, string path)
    {
        ArgumentNullException.ThrowIfNull(unit);
        ArgumentNullException.ThrowIfNull(path);
        var name = Path.GetFileName(path);
        return unit.Kind == UnitKind.Service && path == $"{unit.Root}/{name}" && FileSystemName.MatchesSimpleExpression(Pattern, name, ignoreCase: false);
    }
}
