namespace Slipway.Architecture.Tests;

/// <summary>A rule of the house holds when nothing breaks it; what does is told all at once.</summary>
internal static class Rule
{
    public static void Holds(string rule, IEnumerable<string> broken)
    {
        string[] all = [.. broken];
        if (all.Length > 0)
            Assert.Fail($"{rule}\n  {string.Join("\n  ", all)}");
    }
}
