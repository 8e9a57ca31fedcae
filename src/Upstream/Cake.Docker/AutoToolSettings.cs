using Cake.Core.Tooling;

namespace Cake.Docker;

/// <summary>
/// Settings whose properties are docker's options: <c>ReadOnly</c> becomes <c>--read-only</c>, and an array one option an element.
/// </summary>
public abstract class AutoToolSettings : ToolSettings;
