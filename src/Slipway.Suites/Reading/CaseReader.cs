using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using Slipway.Evaluation.Assertions;
using Slipway.Evaluation.Grading;
using Slipway.Suites.Documents;

namespace Slipway.Suites.Reading;

/// <summary>Reads one case. What is ours stands in <c>metadata</c>; all else is promptfoo's.</summary>
internal sealed partial class CaseReader(SuiteFolder folder, string file, ImmutableArray<ChatMessage>? prompt, ProblemList problems)
{
    public ReadCase? Read(Node node)
    {
        var fields = new Fields(node, "the case", file, problems, "description", "vars", "assert", "threshold", "metadata", "providerOutput");
        if (node.Kind is not NodeKind.Map) return null;
        var metadata = fields.Map("metadata", "id", "cluster", "slice", "mustPass", "passAt");
        var id = Id(fields, metadata);
        var variables = new Variables(fields, folder, problems);
        var messages = prompt?.Select(message => message with { Content = Template.Render(message.Content, node, variables, file, problems) ?? "" });
        var assertions = Assertions(fields, variables);
        var asked = new EvaluationCase
        {
            Id = id ?? "",
            Description = fields.Text("description"),
            Assertions = assertions,
            Threshold = fields.Number("threshold", value => value is >= 0 and <= 1, "from 0 to 1"),
            MustPass = metadata?.Flag("mustPass") ?? false,
            PassAt = metadata?.Number("passAt", value => value is > 0 and <= 1, "above 0 and at most 1") ?? 1,
            Cluster = metadata?.Text("cluster"),
            Slices = [.. metadata?.Texts("slice").Select(slice => slice.Text!) ?? []],
        };
        return id is null || messages is null
            ? null
            : new(new() { Asked = asked, Messages = [.. messages], File = file, Line = node.Line }, Written(node, variables, assertions));
    }

    // With what came from files, so that a change there makes another data set too.
    private static JsonElement Written(Node node, Variables variables, ImmutableArray<Assertion> assertions) => JsonSerializer.SerializeToElement(new
    {
        @case = node.ToElement(),
        variables = variables.Texts,
        values = assertions.Select(assertion => assertion.Spec.Value is { ValueKind: not JsonValueKind.Undefined } value ? value : (JsonElement?)null),
    });

    private string? Id(Fields fields, Fields? metadata)
    {
        const string Mend = "Add 'metadata: {\"id\": \"…\"}': letters, digits, dots, underscores and hyphens.";
        if (metadata is null)
        {
            fields.Require("metadata", Mend);
            return null;
        }
        if (metadata.Require("id", Mend) is null || metadata.Text("id") is not { } id) return null;
        if (IdPattern.IsMatch(id)) return id;
        problems.Add(Codes.WrongShape, file, metadata.Find("id"), $"The id '{id}' cannot name a file.", Mend);
        return null;
    }

    private ImmutableArray<Assertion> Assertions(Fields fields, Variables variables)
    {
        var written = fields.List("assert");
        if (written.Count == 0)
        {
            if (fields.Find("assert") is null or { Kind: NodeKind.List })
                problems.Add(Codes.NoAssertions, file, fields.Find("assert") ?? fields.Node, "The case asks nothing of its answer, so any answer would pass.", "Add at least one assertion.");
            return [];
        }
        var reader = new AssertionReader(folder, file, variables, problems);
        ImmutableArray<Assertion> read = [.. written.Select(reader.Read).OfType<Assertion>()];
        if (read.Length == written.Count && read.Sum(assertion => assertion.Spec.Weight) == 0)
            problems.Add(Codes.NoAssertions, file, fields.Find("assert"), "Every assertion of the case has weight 0, so it decides nothing.", "Give at least one a weight above 0.");
        return read;
    }

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9._-]{0,99}\z", RegexOptions.CultureInvariant)]
    private static partial Regex IdPattern { get; }
}
