using System.Text.Json;
using Slipway.Suites.Documents;

namespace Slipway.Suites.Reading;

/// <summary>The variables of one case by their names; <c>a.b</c> is the member b of the map a.</summary>
internal sealed class Variables
{
    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);

    // A variable with a fault is known all the same, so that its fault is told once.
    public Variables(Fields asked, SuiteFolder folder, ProblemList problems)
    {
        foreach (var member in asked.Map("vars")?.Node.Members ?? []) Add(member.Key, member.Value, asked.File, folder, problems);
    }

    public IReadOnlyDictionary<string, string> Texts => _texts;

    public IEnumerable<string> Names => _texts.Keys;

    public string? Find(string name) => _texts.GetValueOrDefault(name);

    private void Add(string name, Node value, string file, SuiteFolder folder, ProblemList problems)
    {
        _texts[name] = "";
        switch (value)
        {
            case { Kind: NodeKind.Map }:
                foreach (var member in value.Members) Add($"{name}.{member.Key}", member.Value, file, folder, problems);
                break;
            case { Kind: NodeKind.List }:
                problems.Add(Codes.WrongShape, file, value, $"The variable '{name}' is a list, of which promptfoo would make one case for each element.", "Write one case for each.");
                break;
            case { Scalar.ValueKind: JsonValueKind.Null }:
                problems.Add(Codes.WrongShape, file, value, $"The variable '{name}' is null.", "Give it a value, if only an empty text.");
                break;
            default:
                if (SuiteFolder.IsReference(value.Text))
                    _texts[name] = folder.Resolve(value, folder.Path, file, problems)?.Read(problems) ?? "";
                else
                    _texts[name] = value.Text ?? value.Scalar.GetRawText();
                break;
        }
    }
}
