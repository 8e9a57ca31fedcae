using System.Text;

namespace VerifyTests;

/// <summary>The lines that differ, each change with a few of its neighbours.</summary>
internal static class LineDiff
{
    private const int Neighbours = 3;

    public static string Write(string verified, string received)
    {
        var changes = Compare(verified.Split('\n'), received.Split('\n'));
        var text = new StringBuilder();
        var hidden = false;
        for (var i = 0; i < changes.Count; i++)
        {
            var near = changes.Skip(i - Neighbours).Take(Math.Min(i, Neighbours) + 1 + Neighbours).Any(change => change.Sign != ' ');
            if (near)
            {
                text.Append(changes[i].Sign).Append(' ').Append(Visible(changes, i)).Append('\n');
            }
            else if (!hidden)
            {
                text.Append("  ...\n");
            }

            hidden = !near;
        }

        return text.ToString();
    }

    private static List<(char Sign, string Line)> Compare(string[] verified, string[] received)
    {
        var common = CommonLengths(verified, received);
        List<(char, string)> changes = [];
        var (v, r) = (0, 0);
        while (v < verified.Length || r < received.Length)
        {
            if (v < verified.Length && r < received.Length && verified[v] == received[r])
            {
                changes.Add((' ', verified[v++]));
                r++;
            }
            else if (r == received.Length || (v < verified.Length && common[v + 1, r] >= common[v, r + 1]))
            {
                changes.Add(('-', verified[v++]));
            }
            else
            {
                changes.Add(('+', received[r++]));
            }
        }

        return changes;
    }

    // The classic table: how many lines two tails have in common.
    private static int[,] CommonLengths(string[] verified, string[] received)
    {
        var common = new int[verified.Length + 1, received.Length + 1];
        for (var v = verified.Length - 1; v >= 0; v--)
        {
            for (var r = received.Length - 1; r >= 0; r--)
            {
                common[v, r] = verified[v] == received[r] ? common[v + 1, r + 1] + 1 : Math.Max(common[v + 1, r], common[v, r + 1]);
            }
        }

        return common;
    }

    // Blanks at the end of a line and a carriage return are the differences that nobody sees.
    private static string Visible(List<(char Sign, string Line)> changes, int index)
    {
        var (sign, line) = changes[index];
        var shown = line.Replace("\r", "\\r", StringComparison.Ordinal);
        return sign != ' ' && shown.EndsWith(' ') ? shown[..^1] + "·" : shown;
    }
}
