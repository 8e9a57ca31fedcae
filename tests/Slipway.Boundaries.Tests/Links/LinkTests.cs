using Slipway.Boundaries.Tests.Harness;

namespace Slipway.Boundaries.Tests.Links;

public class LinkTests
{
    [Fact]
    public void A_link_to_a_folder_of_another_unit_is_found()
    {
        using var platform = Two().Write("services/billing/Linked/Money.cs", "").Link("services/orders/Lk", "../billing/Linked");

        Assert.Equal(
            ["services/orders/Lk: error SLW1005: 'services/orders/Lk' is a link that leads out of 'services/orders', to 'services/billing/Linked' of 'services/billing': what lies there is compiled and shipped as if it were its own\n  mend: Remove the link; move what both need into a package."],
            platform.Check());
    }

    [Fact]
    public void A_link_to_a_file_of_another_unit_is_found_through_another_link()
    {
        using var platform = Two().Write("services/billing/Money.cs", "").Link("shared", "services/billing").Link("services/orders/Money.cs", "../../shared/Money.cs");

        Assert.Equal(["SLW1005 services/orders/Money.cs"], platform.Rules());
    }

    [Fact]
    public void A_link_that_leads_nowhere_yet_is_judged_by_what_it_says()
    {
        using var platform = Two().Link("services/orders/Lk", "../billing/Missing");

        Assert.Equal(["SLW1005 services/orders/Lk"], platform.Rules());
    }

    [Theory]
    [InlineData("build/shared", "../services/billing", """<ItemGroup><Compile Include="../../build/shared/Money.cs" /></ItemGroup>""", "SLW1004")]
    [InlineData("Money.cs", "services/billing/Money.cs", """<ItemGroup><Compile Include="../../Money.cs" /></ItemGroup>""", "SLW1004")]
    [InlineData("build/shared", "../more", """<Import Project="../../build/shared/Billing.props" />""", "SLW1014")]
    [InlineData("build/shared", "../packages/contracts", """<ItemGroup><Compile Include="../../build/shared/Money.cs" /></ItemGroup>""", null)]
    [InlineData("build/shared", "shared", """<ItemGroup><Compile Include="../../build/shared/Money.cs" /></ItemGroup>""", null)]
    public void What_lies_behind_a_link_that_is_no_units_belongs_to_whose_it_is(string link, string target, string body, string? rule)
    {
        using var platform = Two().With("packages/contracts").Write("services/billing/Money.cs", "").Write("packages/contracts/Money.cs", "").Link("more", "services/billing").Link(link, target)
            .Write("services/orders/Orders.csproj", $"<Project Sdk=\"Microsoft.NET.Sdk\">{body}</Project>");

        Assert.Equal(rule is null ? [] : [$"{rule} services/orders/Orders.csproj"], platform.Rules());
    }

    [Fact]
    public void A_link_out_of_the_repository_is_found()
    {
        using var platform = Two().Link("services/orders/Lk", Path.GetTempPath());

        Assert.Equal(["SLW1005 services/orders/Lk"], platform.Rules());
    }

    [Fact]
    public void Links_within_the_unit_and_to_a_file_of_the_root_are_clean()
    {
        using var platform = Two().Write("LICENSE", "").Write("services/orders/a/b.cs", "").Link("services/orders/c", "a").Link("services/orders/LICENSE", "../../LICENSE");

        Assert.Empty(platform.Rules());
    }

    [Theory]
    [InlineData("services/orders/vendor", "SLW1005")]
    [InlineData("vendor", null)]
    public void A_repository_within_a_unit_is_found(string path, string? rule)
    {
        using var platform = Two().Submodule(path);

        Assert.Equal(rule is null ? [] : [$"{rule} {path}"], platform.Rules());
    }

    private static SamplePlatform Two() => new SamplePlatform().With("services/orders").With("services/billing");
}
