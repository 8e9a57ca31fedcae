using System.Collections.Immutable;
using Slipway.Model.Platforms;
using Slipway.Model.Units;

namespace Slipway.Compatibility.Consumers;

/// <summary>Who in the platform relies on what a unit promises: whoever uses one of its SDK packages, or the package itself.</summary>
public sealed class ConsumerFinder(Platform platform)
{
    private static readonly string[] Endings = ["-sdk", "-client", "-contracts"];

    /// <summary>Every unit that reaches the contract, directly or not, and by which package.</summary>
    public ImmutableArray<Consumer> Of(Unit unit)
    {
        var packages = unit.Kind == UnitKind.Package ? [unit.Id] : SdksOf(unit);
        var uses = platform.Uses();
        return
        [
            .. from user in platform.Units
               let reached = Platform.Closure(user.Id, uses)
               from package in packages
               where user.Id != package && user.Id != unit.Id && reached.Contains(package)
               orderby user.Id, package
               select new Consumer(user.Id, package),
        ];
    }

    /// <summary>The packages that speak for a service: those that it names under <c>exposes: packages</c>, and those that are called after it.</summary>
    public ImmutableArray<UnitId> SdksOf(Unit service) =>
    [
        .. from package in platform.Units
           where package.Kind == UnitKind.Package
           where Endings.Any(ending => package.Name.Lower == service.Name.Lower + ending)
               || package.Projects.Any(project => service.Exposes.Packages.Contains(project.Name, StringComparer.OrdinalIgnoreCase))
           select package.Id,
    ];
}
