using System.Text.Json;
using Slipway.Compatibility.Documents;

namespace Slipway.Compatibility.OpenApi;

/// <summary>An OpenAPI document whose outline is as the specification says.</summary>
internal sealed class OpenApiDocument
{
    private static readonly string[] Methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"];

    private OpenApiDocument(ContractDocument document)
    {
        Root = document.Root;
        Paths = (Root.Member("paths")?.Members() ?? []).ToLookup(path => Route.Of(path.Name).Key, path => path, StringComparer.Ordinal);
    }

    public Spot Root { get; }

    /// <summary>The path items by what they match: the names in braces do not tell paths apart.</summary>
    public ILookup<string, (string Name, Spot Spot)> Paths { get; }

    /// <exception cref="UnreadableContractException">It is no OpenAPI document of version 3.</exception>
    public static OpenApiDocument Read(ContractText text)
    {
        var document = ContractDocument.Read(text);
        var root = document.Root;
        if (root.Text("openapi") is not { } version) throw document.Fault(root, root.Member("swagger") is null ? "does not say its version: 'openapi' is missing" : "is of Swagger 2; only OpenAPI 3 is read");
        if (!version.StartsWith("3.", StringComparison.Ordinal)) throw document.Fault(root, $"is of OpenAPI {version}; only 3.x is read");
        foreach (var name in (ReadOnlySpan<string>)["paths", "components"]) Expect(root, name, JsonValueKind.Object);
        foreach (var name in (ReadOnlySpan<string>)["security", "servers"]) Expect(root, name, JsonValueKind.Array);
        var read = new OpenApiDocument(document);
        foreach (var (_, spot) in read.Paths.SelectMany(path => path)) Check(document, spot);
        return read;
    }

    /// <summary>The operations of a path item, by method in upper case.</summary>
    public static IEnumerable<(string Method, Spot Spot)> OperationsOf(Spot item)
    {
        foreach (var method in Methods)
        {
            if (item.Member(method) is { } operation) yield return (method.ToUpperInvariant(), operation);
        }
    }

    private static void Check(ContractDocument document, Spot spot)
    {
        var item = document.Resolve(spot);
        if (!item.IsObject) throw document.Fault(item, "should be a path's operations, and is no object");
        Expect(item, "parameters", JsonValueKind.Array);
        foreach (var (_, operation) in OperationsOf(item))
        {
            if (!operation.IsObject) throw document.Fault(operation, "should be an operation, and is no object");
            Expect(operation, "parameters", JsonValueKind.Array);
            Expect(operation, "responses", JsonValueKind.Object);
            Expect(operation, "requestBody", JsonValueKind.Object);
            Expect(operation, "security", JsonValueKind.Array);
        }
    }

    private static void Expect(Spot parent, string name, JsonValueKind kind)
    {
        if (parent.Member(name) is { } member && member.Value.ValueKind != kind)
            throw parent.Document.Fault(member, $"should be {(kind == JsonValueKind.Array ? "a list" : "an object")}, and is none");
    }
}
