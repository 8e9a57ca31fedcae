using Slipway.Machine.Yaml;

namespace Slipway.Machine.Tests.Yaml;

/// <summary>Reads text, asks the questions that a test has, and gives the problems as a person sees them.</summary>
internal static class YamlTestReader
{
    public static string[] Problems(string text, Action<YamlMap>? ask = null)
    {
        var problems = new YamlProblems();
        if (YamlDocumentReader.Read("unit.yaml", text, problems) is { } map) ask?.Invoke(map);
        return [.. problems.Select(problem => problem.ToString())];
    }

    public static string Problem(string text, Action<YamlMap>? ask = null) => Assert.Single(Problems(text, ask));

    public static YamlMap Map(string text)
    {
        var problems = new YamlProblems();
        var map = YamlDocumentReader.Read("unit.yaml", text, problems);
        Assert.Empty(problems);
        return map!;
    }
}
