namespace Slipway.Model.Units;

/// <summary>What a unit is, and so what becomes of it: services and apps are deployed, packages are bundled into those.</summary>
public enum UnitKind
{
    Service,
    App,
    Package,
}
