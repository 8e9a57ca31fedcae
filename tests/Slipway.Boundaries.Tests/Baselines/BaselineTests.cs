using Slipway.Boundaries.Baselines;
using Slipway.Boundaries.Tests.Harness;
using Slipway.Model.Problems;
using Slipway.Model.Stages;
using Slipway.Model.Units;

namespace Slipway.Boundaries.Tests.Baselines;

public class BaselineTests
{
    private static readonly UnitId Orders = SamplePlatform.Id("services/orders");

    [Fact]
    public void What_was_there_when_it_was_written_is_left_out_wherever_it_has_moved_in_its_file()
    {
        var (fresh, known) = Written(At(3), At(9)).Apply(Orders, [At(30), At(90)], null);

        Assert.Empty(fresh);
        Assert.Equal(2, known);
    }

    [Fact]
    public void One_more_of_the_same_is_new()
    {
        var (fresh, _) = Written(At(3)).Apply(Orders, [At(3), At(9)], null);

        Assert.Equal(9, Assert.Single(fresh).Line);
    }

    [Fact]
    public void What_occurs_no_more_is_reported_for_removal()
    {
        var (fresh, _) = Written(At(3), At(9)).Apply(Orders, [At(3)], null);

        Assert.Equal(
            "boundaries.baseline.yaml: warning SLW9006: A finding of the baseline occurs no more (1 of 2): a.ts: SLW8001: 'services/orders' imports it's",
            Assert.Single(fresh).ToString());
    }

    [Fact]
    public void What_only_the_compiler_can_tell_waits_for_a_compile()
    {
        var written = Baseline.Empty.With(Orders, [], [At(3)]);

        Assert.Empty(written.Apply(Orders, [], null).New);
        Assert.Equal("SLW9006", Assert.Single(written.Apply(Orders, [], []).New).Id);
        Assert.Equal(written.Entries, written.With(Orders, [], null).Entries);
    }

    [Fact]
    public void What_is_written_is_read_again_as_it_was()
    {
        using var platform = new SamplePlatform().With("services/orders");
        var written = Baseline.Empty.With(Orders, [At(3), At(9), At(1) with { Message = "it: #1 \"quoted\" – 'twice'", File = null }], [At(4) with { Id = "SLW1002" }]);

        BaselineFile.Write(platform.Root, written);

        Assert.Equal(written.Entries, BaselineFile.Read(platform.Platform()).Entries);
    }

    [Fact]
    public void A_baseline_of_nothing_is_no_file()
    {
        using var platform = new SamplePlatform().With("services/orders");
        BaselineFile.Write(platform.Root, Written(At(1)));

        BaselineFile.Write(platform.Root, Baseline.Empty);

        Assert.False(File.Exists(Path.Combine(platform.Root, Baseline.FileName)));
    }

    [Theory]
    [InlineData("findings:\n  - unit: services/order\n    rule: SLW8001\n    message: x\n", "boundaries.baseline.yaml(2,11): SLP1042: 'services/order' is not a unit of this platform.\n  mend: did you mean 'services/orders'? If the unit is gone, remove the entry")]
    [InlineData("findings:\n  - unit: services/orders\n    rule: CA1822\n    message: x\n", "boundaries.baseline.yaml(3,11): SLP1042: 'CA1822' is not the id of a rule; they look like SLW1001.\n  mend: correct it")]
    [InlineData("findings:\n  - unit: services/orders\n    rule: SLW8001\n", "boundaries.baseline.yaml(2,5): SLP1012: The key 'message' is missing here.\n  mend: add 'message: ...'")]
    [InlineData("", "boundaries.baseline.yaml(1,1): SLP1001: The file is empty.\n  mend: write its keys, or remove the file")]
    public void A_baseline_that_is_not_well_formed_is_said_with_its_place(string text, string problem)
    {
        using var platform = new SamplePlatform().With("services/orders").Write(Baseline.FileName, text);

        var refusal = Assert.Throws<BadInputException>(() => BaselineFile.Read(platform.Platform()));

        Assert.Equal(problem, Assert.Single(refusal.Problems).ToString());
    }

    private static Baseline Written(params Finding[] findings) => Baseline.Empty.With(Orders, findings, null);

    private static Finding At(int line) => new() { Id = "SLW8001", Severity = Severity.Error, Message = "'services/orders' imports it's", File = "a.ts", Line = line, Column = 1 };
}
