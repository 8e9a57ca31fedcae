using Slipway.Boundaries.Assemblies;
using Slipway.Boundaries.Tests.Harness;
using Slipway.Machine.Tests;

namespace Slipway.Boundaries.Tests.Assemblies;

public class ShippedAssemblyTests
{
    [Fact]
    public void An_assembly_of_another_service_among_what_ships_is_found_wherever_it_lies()
    {
        using var platform = Published("plugins/Innocent.dll", "Billing", "services/billing");

        Assert.Equal(["services/orders: error SLW1009: What 'services/orders' ships holds 'app/plugins/Innocent.dll', which is the assembly 'Billing' of 'services/billing' by its stamp"], Check(platform));
    }

    [Fact]
    public void An_assembly_of_another_service_inside_a_program_that_is_one_file_is_found_too()
    {
        using var platform = Published("Own.dll", "Orders", "services/orders");
        File.WriteAllBytes(Path.Combine(platform.Root, "out/Orders.Migrate"), OneFile.Of([("Orders.dll", SampleAssembly.Of("Orders", "services/orders")), ("Innocent.dll", SampleAssembly.Of("Billing", "services/billing"))]));

        Assert.Equal(
            ["services/orders: error SLW1009: What 'services/orders' ships holds 'app/Orders.Migrate/Innocent.dll', which is the assembly 'Billing' of 'services/billing' by its stamp"],
            Check(platform));
    }

    [Theory]
    [InlineData("Orders", "services/orders")]
    [InlineData("Contracts", "packages/contracts")]
    [InlineData("Third.Party", null)]
    public void Its_own_assemblies_and_those_of_packages_and_strangers_may_ship(string name, string? unit)
    {
        using var platform = Published($"{name}.dll", name, unit);

        Assert.Empty(Check(platform));
    }

    [Fact]
    public void What_another_unit_exposes_may_ship()
    {
        using var platform = Published("Billing.dll", "Billing", "services/billing")
            .With("services/billing", unit => unit with { Projects = [unit.Projects[0] with { IsExposed = true }] });

        Assert.Empty(Check(platform));
    }

    private static SamplePlatform Published(string file, string name, string? unit) =>
        new SamplePlatform().With("services/orders").With("services/billing").With("packages/contracts").Write($"out/{file}", SampleAssembly.Of(name, unit));

    private static IEnumerable<string> Check(SamplePlatform platform)
    {
        var read = platform.Platform();
        return new ShippedAssemblyRule(TimeProvider.System).Check(read, read.Units.Single(unit => unit.Id == SamplePlatform.Id("services/orders")), Path.Combine(platform.Root, "out"), "app")
            .Select(finding => finding.ToString());
    }
}
