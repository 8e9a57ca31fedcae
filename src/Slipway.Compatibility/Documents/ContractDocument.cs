using System.Globalization;
using System.Text.Json;
using Slipway.Model.Problems;

namespace Slipway.Compatibility.Documents;

/// <summary>A JSON document that was read, and what its references mean.</summary>
internal sealed class ContractDocument
{
    public const int Deepest = 128;
    private const string Reference = "$ref";

    private ContractDocument(string file, JsonElement root)
    {
        File = file;
        Root = new(this, root, JsonPointer.Root);
    }

    public string File { get; }

    public Spot Root { get; }

    /// <exception cref="UnreadableContractException">It is no JSON object.</exception>
    public static ContractDocument Read(ContractText text)
    {
        try
        {
            var bytes = text.Utf8;
            ReadOnlySpan<byte> mark = [0xEF, 0xBB, 0xBF];
            if (bytes.Span.StartsWith(mark)) bytes = bytes[mark.Length..];
            using var parsed = JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = Deepest, AllowDuplicateProperties = false });
            var document = new ContractDocument(text.File, parsed.RootElement.Clone());
            return document.Root.IsObject ? document : throw document.Fault(document.Root, "is no JSON object");
        }
        catch (JsonException fault)
        {
            throw new UnreadableContractException(new Problem
            {
                Code = RuleIds.UnreadableContract,
                Message = $"{text.File} is no JSON that can be read: {Sentence(fault)}",
                File = text.File,
                Line = (int?)fault.LineNumber + 1,
                Column = (int?)fault.BytePositionInLine + 1,
                Mend = "let the build write it again, or restore it from git",
            });
        }
    }

    /// <summary>Follows references until something else stands there.</summary>
    /// <exception cref="UnreadableContractException">It leads nowhere, in a circle, or out of the document.</exception>
    public Spot Resolve(Spot spot)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (spot.Text(Reference) is { } reference)
        {
            if (!seen.Add(reference)) throw Fault(spot, $"refers to itself: {string.Join(" -> ", seen)}");
            if (reference is not "#" && !reference.StartsWith("#/", StringComparison.Ordinal)) throw Fault(spot, $"refers to '{reference}', which is not in this document");
            spot = Find(reference) ?? throw Fault(spot, $"refers to '{reference}', where nothing is");
        }
        return spot;
    }

    /// <summary>The last part of what a place refers to: the name of a schema; null where it is no reference.</summary>
    public static string? NameOf(Spot spot) => spot.Text(Reference) is { } reference ? JsonPointer.Unescape(reference[(reference.LastIndexOf('/') + 1)..]) : null;

    public UnreadableContractException Fault(Spot spot, string what) => new(new Problem
    {
        Code = RuleIds.UnreadableContract,
        Message = $"{File} cannot be compared: {spot.Pointer} {what}.",
        File = File,
        Mend = "mend the document, or what writes it",
    });

    private Spot? Find(string reference)
    {
        Spot? spot = Root;
        foreach (var token in reference.Split('/').Skip(1).Select(JsonPointer.Unescape))
        {
            spot = spot is { Value.ValueKind: JsonValueKind.Array } array && int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
                ? array.Elements().Cast<Spot?>().ElementAtOrDefault(index)
                : spot?.Member(token);
        }
        return spot;
    }

    // .NET's message ends with the place, which is said already.
    private static string Sentence(JsonException fault)
    {
        var end = fault.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return end < 0 ? fault.Message : fault.Message[..end];
    }
}
