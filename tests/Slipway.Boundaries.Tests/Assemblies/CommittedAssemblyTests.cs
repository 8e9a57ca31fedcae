using Slipway.Boundaries.Assemblies;
using Slipway.Boundaries.Tests.Harness;

namespace Slipway.Boundaries.Tests.Assemblies;

public class CommittedAssemblyTests
{
    [Fact]
    public void A_renamed_copy_of_another_units_assembly_is_found_by_its_stamp()
    {
        using var platform = Two().Write("services/orders/lib/Totally.Innocent.dll", SampleAssembly.Of("Billing.Domain", "services/billing"));

        Assert.Equal(
            ["services/orders/lib/Totally.Innocent.dll: error SLW1001: 'services/orders/lib/Totally.Innocent.dll' is the assembly 'Billing.Domain' of 'services/billing' by its stamp, and lies among the files of 'services/orders'\n  mend: Remove the copy, and use the SDK or contracts package of 'billing'."],
            platform.Check());
    }

    [Fact]
    public void A_copy_in_a_folder_of_nobody_is_found_where_it_is_referenced()
    {
        using var platform = Two().Write("lib/Totally.Innocent.dll", SampleAssembly.Of("Billing.Domain", "services/billing"))
            .Write("services/orders/Orders.csproj", """<Project><ItemGroup><Reference Include="X"><HintPath>../../lib/Totally.Innocent.dll</HintPath></Reference></ItemGroup></Project>""");

        Assert.Equal(["SLW1001 services/orders/Orders.csproj"], platform.Rules());
    }

    [Fact]
    public void A_copy_without_a_stamp_is_known_by_its_name()
    {
        using var platform = Two().Write("services/orders/lib/Billing.dll", SampleAssembly.Of("Billing", null));

        Assert.Equal(["SLW1011 services/orders/lib/Billing.dll"], platform.Rules());
    }

    [Fact]
    public void Assemblies_of_packages_of_the_unit_itself_and_of_strangers_are_clean()
    {
        using var platform = Two().With("packages/contracts")
            .Write("services/orders/lib/Contracts.dll", SampleAssembly.Of("Contracts", "packages/contracts"))
            .Write("services/orders/lib/Orders.dll", SampleAssembly.Of("Orders", "services/orders"))
            .Write("services/orders/lib/Third.Party.dll", SampleAssembly.Of("Third.Party", null))
            .Write("services/orders/lib/native.dll", "MZ, and nothing of .NET");

        Assert.Empty(platform.Rules());
    }

    [Fact]
    public void A_stamp_is_read_without_loading_the_assembly()
    {
        using var platform = Two().Write("x.dll", SampleAssembly.Of("Billing.Domain", "services/billing"));

        Assert.Equal(new Stamp("Billing.Domain", "services/billing"), StampReader.Read(Path.Combine(platform.Root, "x.dll")));
    }

    private static SamplePlatform Two() => new SamplePlatform().With("services/orders").With("services/billing");
}
