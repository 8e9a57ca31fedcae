namespace Slipway.Evaluation.Assertions.Graders;

internal sealed class ContainsListGrader(IReadOnlyList<string> parts, Letters letters, bool all) : IGrader
{
    public Grade Grade(string output)
    {
        var found = parts.Where(part => Search.Contains(output, part, letters)).ToList();
        var missing = parts.Except(found).ToList();
        var passed = all ? missing.Count == 0 : found.Count > 0;
        return Assertions.Grade.Of(passed, (passed, all) switch
        {
            (true, _) => $"the answer contains {Quote.List(found)}",
            (false, true) => $"the answer does not contain {Quote.List(missing)}",
            (false, false) => $"the answer contains none of {Quote.List(parts)}",
        });
    }
}
