namespace Slipway.Boundaries.Scripts;

/// <summary>One use of a module.</summary>
/// <param name="Specifier">What stands between the quotes; of a template the part before its first hole.</param>
/// <param name="Offset">Where it stands.</param>
internal readonly record struct ModuleImport(string Specifier, int Offset);
