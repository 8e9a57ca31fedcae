using System.Collections.Immutable;
using Slipway.Suites.Documents;

namespace Slipway.Suites.Reading;

/// <summary>Reads the files of cases: JSONL, one case a line.</summary>
internal static class CaseFileReader
{
    public static IReadOnlyCollection<ReadCase>? Read(Fields suite, SuiteFolder folder, ImmutableArray<ChatMessage>? prompt, ProblemList problems)
    {
        if (suite.Require("tests", "Add 'tests: file://cases.jsonl'.") is null) return null;
        var cases = new List<ReadCase>();
        var lines = 0;
        foreach (var reference in suite.Texts("tests"))
        {
            if (!SuiteFolder.IsReference(reference.Text) || Path.GetExtension(reference.Text) is not ".jsonl")
            {
                problems.Add(Codes.WrongShape, suite.File, reference, $"'tests' must name JSONL files, not '{reference.Text}'.", "Write 'tests: file://cases.jsonl'.");
                return null;
            }
            if (folder.Resolve(reference, folder.Path, suite.File, problems) is not { } source || source.Read(problems) is not { } text) return null;
            var reader = new CaseReader(folder, source.Shown, prompt, problems);
            var number = 0;
            foreach (var line in text.Split('\n'))
            {
                number++;
                if (string.IsNullOrWhiteSpace(line)) continue;
                lines++;
                if (JsonText.Read(line.TrimEnd('\r'), number, source.Shown, problems) is { } node && reader.Read(node) is { } read) cases.Add(read);
            }
        }
        if (lines == 0 && suite.Texts("tests").Count > 0)
            problems.Add(Codes.NoCases, suite.File, suite.Find("tests"), "The suite has no cases, and a suite that asks nothing proves nothing.", "Add cases, or remove the suite.");
        TellDuplicates(cases, problems);
        return cases;
    }

    // Ids name files, and some file systems know no difference between upper and lower case.
    private static void TellDuplicates(List<ReadCase> cases, ProblemList problems)
    {
        foreach (var group in cases.GroupBy(read => read.Case.Id, StringComparer.OrdinalIgnoreCase))
        {
            var first = group.First().Case;
            foreach (var again in group.Skip(1).Select(read => read.Case))
            {
                problems.Add(
                    Codes.DuplicateId, again.File, again.Line, null, $"The id '{again.Id}' is already that of {first.File}({first.Line}).",
                    "Give the case an id of its own, and keep it for good: baselines and recordings are found by it.");
            }
        }
    }
}
