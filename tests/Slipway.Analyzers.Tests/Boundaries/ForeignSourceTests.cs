using Slipway.Analyzers.Boundaries;
using Slipway.Analyzers.Tests.Harness;

namespace Slipway.Analyzers.Tests.Boundaries;

public class ForeignSourceTests
{
    private static UnitCode<ForeignSourceAnalyzer> Code => new("services/ordering");

    [Fact]
    public Task A_linked_file_of_another_unit_is_refused() => Code
        .WithProjectFile("<Project>\n  <Compile Include=\"../catalog/Money.cs\" />\n</Project>")
        .Saying("class Money;", "/repo/services/catalog/Money.cs")
        .ExpectAt(2, 32, 40, "'services/ordering' compiles 'services/catalog/Money.cs' of 'services/catalog': a unit is made of its own source; move what both need into a package and reference that")
        .IsSo();

    [Fact]
    public Task Dots_on_the_way_hide_nothing() => Code
        .Saying("class Money;", "/repo/services/ordering/../catalog/Money.cs")
        .ExpectAt(1, 1, 1, "'services/ordering' compiles 'services/catalog/Money.cs' of 'services/catalog': a unit is made of its own source; move what both need into a package and reference that")
        .IsSo();

    [Fact]
    public Task A_glob_is_told_once() => Code
        .Saying("class Money;", "/repo/services/catalog/Money.cs")
        .Saying("class Price;", "/repo/services/catalog/Price.cs")
        .ExpectAt(1, 1, 1, "'services/ordering' compiles 'services/catalog/Money.cs' and 1 more of 'services/catalog': a unit is made of its own source; move what both need into a package and reference that")
        .IsSo();

    [Fact]
    public Task A_longer_name_is_another_unit() => Code
        .Saying("class Money;", "/repo/services/orderingarchive/Money.cs").ExpectAt(1, 1, 1).IsSo();

    [Fact]
    public Task Source_of_a_package_is_linked_by_reference_only() => Code
        .Saying("class Money;", "/repo/packages/money/Money.cs").ExpectAt(1, 1, 1).IsSo();

    [Fact]
    public Task A_folder_that_is_nobody_s_is_not_the_unit_s() => Code
        .Saying("class Money;", "/repo/shared/Money.cs")
        .ExpectAt(1, 1, 1, "'services/ordering' compiles 'shared/Money.cs' of the folder 'shared', which is not the unit's: a unit is made of its own source; move what both need into a package and reference that")
        .IsSo();

    [Fact]
    public Task A_map_tells_whose_folder_it_is() => Code
        .Map("unit services/ordering", "folder services/ordering")
        .Fact("maps\tgiven", "item\tCompile\t/repo/src/Catalog/Money.cs\tservices/catalog")
        .Saying("class Money;", "/repo/src/Catalog/Money.cs")
        .ExpectAt(1, 1, 1, "'services/ordering' compiles 'src/Catalog/Money.cs' of 'services/catalog': a unit is made of its own source; move what both need into a package and reference that")
        .IsSo();

    [Fact]
    public Task What_the_whole_platform_shares_lies_at_its_root_or_with_its_build() => Code
        .Saying("class Info;", "/repo/Info.cs").Saying("class Usings;", "/repo/build/Usings.cs").IsSo();

    [Fact]
    public Task What_tools_and_packages_write_is_fine() => Code
        .Fact("scratch\t/repo/artifacts/obj")
        .Saying("class Generated;", "/repo/artifacts/obj/Ordering/Generated.g.cs")
        .Saying("class Entry;", "/nuget/test.sdk/Entry.cs").IsSo();

    [Fact]
    public Task Every_folder_of_the_unit_is_its_own() => Code
        .Map("unit services/ordering", "folder services/ordering", "folder domain/Ordering")
        .Saying("class Order2;", "/repo/domain/Ordering/Order.cs").IsSo();
}
