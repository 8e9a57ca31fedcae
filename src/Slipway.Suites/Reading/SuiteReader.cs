using System.Text.Json;
using Slipway.Model;
using Slipway.Suites.Documents;
using Slipway.Suites.Recordings;

namespace Slipway.Suites.Reading;

/// <summary>Reads one suite with all that it names, and tells every problem at once.</summary>
internal static class SuiteReader
{
    private static readonly string[] Keys = ["description", "prompts", "providers", "tests", "evaluateOptions", "gate", "data", "judge", "endpoints"];

    public static EvaluationSuite Read(string path, string? root)
    {
        var full = Path.GetFullPath(path);
        var folder = new SuiteFolder(Path.GetDirectoryName(full)!, Path.GetFullPath(root ?? Path.GetDirectoryName(full)!));
        var source = folder.Source(full);
        var problems = new ProblemList();
        var text = source.Read(problems);
        var document = text is null ? null : YamlText.Read(text, source.Shown, problems);
        problems.ThrowIfAny();
        var suite = Read(new(document!, "the suite", source.Shown, problems, Keys), folder, problems);
        problems.ThrowIfAny();
        return suite!;
    }

    private static EvaluationSuite? Read(Fields fields, SuiteFolder folder, ProblemList problems)
    {
        if (fields.Node.Kind is not NodeKind.Map) return null;
        var data = DataReader.Read(fields, problems);
        var (gate, onInconclusive) = GateReader.Read(fields, problems);
        var prompt = PromptReader.Read(fields, folder, problems);
        var provider = ProviderReader.Read(fields, folder, problems);
        var repeats = fields.Map("evaluateOptions", "repeat")?.Number("repeat", value => value is >= 1 and <= 100 && double.IsInteger(value), "a whole number from 1 to 100");
        fields.Map("judge", "model", "promptFile", "temperature", "calibration", "minKappa");
        fields.Texts("endpoints");
        var cases = CaseFileReader.Read(fields, folder, prompt, problems);
        if (cases is not null && problems.IsEmpty) GateReader.CheckFed(fields, gate, cases, problems);
        if (data is null || prompt is null || provider is null || cases is null || !problems.IsEmpty) return null;
        return new()
        {
            Name = Path.GetFileNameWithoutExtension(fields.File),
            File = fields.File,
            Folder = folder.Path,
            Root = folder.Root,
            Description = fields.Text("description"),
            Data = data,
            Gate = gate,
            OnInconclusive = onInconclusive,
            Repeats = (int)(repeats ?? 1),
            Model = provider.Model,
            RequestOptions = provider.Options,
            Cases = [.. cases.Select(read => read.Case).OrderBy(read => read.Id, StringComparer.Ordinal)],
            Dataset = DatasetOf(cases),
        };
    }

    // Messages are left out: a changed prompt is a change of the candidate, and exactly what two runs are compared for.
    private static Digest DatasetOf(IEnumerable<ReadCase> cases) => Digest.Of(CanonicalJson.Write(JsonSerializer.SerializeToElement(
        cases.OrderBy(read => read.Case.Id, StringComparer.Ordinal).Select(read => read.Written))));
}
