using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Slipway.Analyzers.Units;

namespace Slipway.Analyzers.Boundaries;

/// <summary>An assembly on the reference list that is stamped as another unit's.</summary>
internal sealed class ForeignReference
{
    private ForeignReference(IAssemblySymbol assembly, UnitIdentity unit, Reach reach)
    {
        Assembly = assembly;
        Unit = unit;
        Reach = reach;
    }

    public IAssemblySymbol Assembly { get; }

    public UnitIdentity Unit { get; }

    public Reach Reach { get; }

    /// <summary>Everything stamped as another unit's, in the order of the reference list. It reads stamps only, never code.</summary>
    public static ImmutableArray<ForeignReference> Of(Compilation compilation, OwnUnit own)
    {
        var found = ImmutableArray.CreateBuilder<ForeignReference>();
        foreach (var assembly in compilation.SourceModule.ReferencedAssemblySymbols)
        {
            if (Framework.Owns(assembly.Identity)) continue;
            // Of several stamps the narrowest counts: a second one cannot open what the first one closes.
            var narrowest = UnitStamp.Of(assembly)
                .Where(unit => !unit.Equals(own.Identity))
                .Select(unit => new ForeignReference(assembly, unit, ReachOf(assembly, unit, own)))
                .OrderBy(reference => reference.Reach)
                .FirstOrDefault();
            if (narrowest is not null) found.Add(narrowest);
        }
        return found.ToImmutable();
    }

    /// <summary>The same reference, as if nothing of it were open.</summary>
    public ForeignReference Closed() => new(Assembly, Unit, Reach.None);

    private static Reach ReachOf(IAssemblySymbol assembly, UnitIdentity unit, OwnUnit own)
    {
        if (own.Allows(unit)) return Reach.ForATime;
        if (unit.IsPackage)
        {
            var seenBy = UnitStamp.SeenBy(assembly).ToArray();
            return seenBy.Length == 0 || seenBy.Contains(own.Identity.Name, StringComparer.OrdinalIgnoreCase) ? Reach.Whole : Reach.None;
        }
        var exposed = UnitStamp.ExposedBy(assembly).ToArray();
        return exposed.Length == 0 ? Reach.None : exposed.Contains("*") ? Reach.Whole : Reach.InPart;
    }
}
