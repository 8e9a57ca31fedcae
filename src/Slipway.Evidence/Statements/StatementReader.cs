using System.Collections.Immutable;
using System.Text.Json;
using Slipway.Evidence.Json;

namespace Slipway.Evidence.Statements;

/// <summary>Reads the payload of a bundle after its signature was checked. As strict as cosign: an unknown key is a failure.</summary>
internal static class StatementReader
{
    public static Reading<Statement> Read(ReadOnlyMemory<byte> payload, string file)
    {
        var json = new StrictJson(file, Codes.StatementUnreadable, "Sign again, with a Slipway of the same version.");
        return json.Read(payload, Codes.StatementUnreadable, root => Statement(json, root));
    }

    private static Statement? Statement(StrictJson json, JsonElement root)
    {
        if (json.Members(root, "the statement", ["_type", "subject", "predicateType", "predicate"]) is not { } members) return null;
        if (json.Text(members["_type"], "_type") is { } type && type != Uris.InTotoStatement)
            json.Report($"The statement is a '{type}'; expected {Uris.InTotoStatement}.");
        if (members["predicate"].ValueKind is not JsonValueKind.Object) json.Report("predicate must be an object.");
        Touch(members["predicate"]);
        var subjects = json.Items(members["subject"], "subject")
            .Select((item, index) => Subject(json, item, $"subject[{index}]"))
            .OfType<Subject>()
            .ToImmutableArray();
        if (subjects.IsEmpty) json.Report("The statement is about nothing: subject is empty.");
        return json.Text(members["predicateType"], "predicateType") is { } predicateType
            ? new() { Subjects = subjects, PredicateType = predicateType, Predicate = members["predicate"] }
            : null;
    }

    // Half a letter, escaped, is found when a text is asked for: here, once, so that no reader of a predicate has to expect it.
    private static void Touch(JsonElement element)
    {
        if (element.ValueKind is JsonValueKind.String) _ = element.GetString();
        if (element.ValueKind is JsonValueKind.Array)
            foreach (var item in element.EnumerateArray()) Touch(item);
        if (element.ValueKind is not JsonValueKind.Object) return;
        foreach (var member in element.EnumerateObject())
        {
            _ = member.Name;
            Touch(member.Value);
        }
    }

    private static Subject? Subject(StrictJson json, JsonElement element, string path)
    {
        string[] optional = ["name", "uri", "content", "downloadLocation", "mediaType", "annotations"];
        if (json.Members(element, path, ["digest"], optional) is not { } members) return null;
        var name = members.TryGetValue("name", out var given) ? json.Text(given, path + ".name") : "";
        var annotations = members.TryGetValue("annotations", out var notes) ? Texts(json, notes, path + ".annotations") : Nothing;
        if (Texts(json, members["digest"], path + ".digest") is not { } digests || annotations is null) return null;
        if (digests.IsEmpty) json.Report($"{path}.digest is empty: it is about nothing.");
        return new(name ?? "", digests) { Annotations = annotations };
    }

    private static ImmutableSortedDictionary<string, string>? Texts(StrictJson json, JsonElement element, string path)
    {
        if (element.ValueKind is not JsonValueKind.Object)
        {
            json.Report($"{path} must be an object.");
            return null;
        }
        var texts = Nothing.ToBuilder();
        foreach (var member in element.EnumerateObject())
            if (json.Text(member.Value, $"{path}.{member.Name}") is { } value) texts.Add(member.Name, value);
        return texts.ToImmutable();
    }

    private static ImmutableSortedDictionary<string, string> Nothing { get; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);
}
