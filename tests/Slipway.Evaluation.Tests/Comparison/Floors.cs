using Slipway.Evaluation.Comparison;

namespace Slipway.Evaluation.Tests.Comparison;

public sealed class Floors
{
    [Fact]
    public void The_bound_is_Wilsons()
    {
        foreach (var vector in SharedData.Read("eval-vectors.json").GetProperty("aux").GetProperty("wilson").EnumerateArray())
        {
            var (passed, count) = (vector.GetProperty("x").GetInt32(), vector.GetProperty("n").GetInt32());
            var alpha = (1 - vector.GetProperty("confidence").GetDouble()) / 2;

            Assert.Equal(vector.GetProperty("expected")[0].GetDouble(), Wilson.LowerBound((double)passed / count, count, alpha), 1e-8);
        }
    }

    [Fact]
    public void A_mean_below_the_floor_regresses()
    {
        var board = Boards.Of(Enumerable.Repeat<double?>(0.8, 100));

        Assert.Equal(GateVerdict.Regressed, ComparisonGate.Compare(board, board, Boards.Policy(floor: 0.9)).Verdict);
    }

    [Fact]
    public void A_good_mean_over_too_few_cases_is_inconclusive()
    {
        var board = Boards.Of(Enumerable.Repeat<double?>(1, 10));

        Assert.Equal(GateVerdict.Inconclusive, ComparisonGate.Compare(board, board, Boards.Policy(floor: 0.9)).Verdict);
    }
}
