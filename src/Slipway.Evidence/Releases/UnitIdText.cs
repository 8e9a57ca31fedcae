using Slipway.Model.Units;

namespace Slipway.Evidence.Releases;

/// <summary>Reads a unit's identity as <see cref="UnitId"/> writes it; null where it is none.</summary>
internal static class UnitIdText
{
    public static UnitId? Find(string text) => text.Split('/') is [_, var last] && UnitName.TryParse(last, out var name)
        ? Enum.GetValues<UnitKind>().Select(kind => new UnitId(kind, name)).FirstOrDefault(unit => unit.ToString() == text)
        : null;
}
