namespace Slipway.Model.Units;

/// <summary>What builds a unit, told by what its folder holds: a <c>*.csproj</c> or a <c>package.json</c>.</summary>
public enum Toolchain
{
    DotNet,
    Node,
}
