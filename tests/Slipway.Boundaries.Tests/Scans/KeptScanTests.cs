using Slipway.Boundaries.Tests.Harness;

namespace Slipway.Boundaries.Tests.Scans;

public class KeptScanTests
{
    private const string Foreign = "import x from '../../../services/billing/src/x'";

    [Fact]
    public void What_was_found_is_found_again_without_looking()
    {
        using var platform = Store().Write("apps/store/src/a.ts", Foreign);
        var first = platform.Findings(platform.Keep);

        var second = platform.Findings(platform.Keep);

        Assert.Equal(first, second);
        Assert.Single(second);
    }

    [Fact]
    public void A_change_of_the_units_own_files_is_seen()
    {
        using var platform = Store().Write("apps/store/src/a.ts", "");
        platform.Findings(platform.Keep);

        Assert.Single(platform.Write("apps/store/src/a.ts", Foreign).Findings(platform.Keep));
    }

    [Fact]
    public void A_folder_that_becomes_a_unit_is_seen_by_all_others()
    {
        using var platform = new SamplePlatform().WithNode("apps/store", "store").Write("apps/store/src/a.ts", Foreign);
        Assert.Empty(platform.Findings(platform.Keep));

        Assert.Single(platform.WithNode("services/billing", "billing").Findings(platform.Keep));
    }

    [Theory]
    [InlineData("{ not json")]
    [InlineData("{ \"apps/store\": null }")]
    public void A_file_that_cannot_be_understood_is_as_good_as_none(string text)
    {
        using var platform = Store().Write("apps/store/src/a.ts", Foreign);
        File.WriteAllText(platform.Keep, text);

        Assert.Single(platform.Findings(platform.Keep));
    }

    private static SamplePlatform Store() => new SamplePlatform().WithNode("apps/store", "store").WithNode("services/billing", "billing");
}
