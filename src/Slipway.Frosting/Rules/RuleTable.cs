using Slipway.Model.Platforms;

namespace Slipway.Frosting.Rules;

/// <summary>The rulebook as text for one platform: four columns, the last one folded to fit.</summary>
internal static class RuleTable
{
    private const int Narrowest = 60;
    private const string Gap = "  ";

    /// <param name="platform">Decides which rules have something to hold.</param>
    /// <param name="width">Columns of the terminal, or of the page.</param>
    /// <returns>Each line with the state that gives it its colour; null for a heading.</returns>
    public static IEnumerable<(string Text, RuleState? State)> Lines(Platform platform, int width)
    {
        var rules = Rulebook.Groups.SelectMany(group => group.Rules).ToArray();
        var ids = rules.Max(rule => rule.Id.Length);
        var states = Enum.GetValues<RuleState>().Max(state => RuleStates.Word(state).Length);
        var texts = rules.Max(rule => rule.Text.Length);
        var indent = Gap.Length + ids + Gap.Length + states + Gap.Length + texts + Gap.Length;
        // Where the last column would be too narrow to read, it goes below the others.
        var below = width - indent < Narrowest / 2;
        if (below) indent = Gap.Length + ids + Gap.Length;
        var room = Math.Max(width - indent - 1, Narrowest / 2);

        yield return (Total(platform, rules), null);
        foreach (var group in Rulebook.Groups)
        {
            yield return ("", null);
            yield return ($"{group.Letter}{Gap}{group.Title}", null);
            foreach (var rule in group.Rules)
            {
                var state = RuleStates.On(rule, platform);
                var head = $"{Gap}{rule.Id.PadRight(ids)}{Gap}{RuleStates.Word(state).PadRight(states)}{Gap}{rule.Text.PadRight(texts)}{Gap}";
                var how = Fold(How(rule), room).ToArray();
                yield return ((below ? head : head + how[0]).TrimEnd(), state);
                foreach (var line in below ? how : how[1..]) yield return (new string(' ', indent) + line, state);
            }
        }
    }

    private static string Total(Platform platform, Rule[] rules)
    {
        var counts = rules.GroupBy(rule => RuleStates.On(rule, platform)).OrderByDescending(group => group.Key is RuleState.Held)
            .ThenByDescending(group => group.Key is RuleState.Partly).ThenBy(group => group.Key)
            .Select(group => $"{group.Count()} {RuleStates.Word(group.Key)}");
        return $"{rules.Length} rules on the platform {platform.Name}: {string.Join(", ", counts)}";
    }

    private static string How(Rule rule)
    {
        if (rule.Now is null) return $"to come: {rule.HeldBy}";
        return rule.Stages.IsEmpty ? rule.Now : $"{string.Join(", ", rule.Stages)}: {rule.Now}";
    }

    private static IEnumerable<string> Fold(string text, int width)
    {
        var line = "";
        foreach (var word in text.Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                yield return line;
                line = "";
            }
            line = line.Length == 0 ? word : $"{line} {word}";
        }
        yield return line;
    }
}
