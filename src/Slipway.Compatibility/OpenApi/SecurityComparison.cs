using System.Collections.Immutable;
using Slipway.Compatibility.Documents;
using Slipway.Compatibility.Rules;

namespace Slipway.Compatibility.OpenApi;

/// <summary>What callers must show.</summary>
internal static class SecurityComparison
{
    private static readonly string[] Facts = ["type", "in", "name", "scheme", "openIdConnectUrl"];

    public static void Compare(Spot before, Spot after, Findings findings)
    {
        var (old, now) = (Ways(before), Ways(after));
        if (IsOpen(now)) return;
        var pointer = after.Member("security")?.Pointer ?? "#/security";
        if (IsOpen(old))
        {
            findings.Add(OperationRules.SecurityAdded, pointer, $"it was open to all, and asks for {string.Join(" or ", now.Select(Words))} now");
            return;
        }
        foreach (var way in old.Where(way => !now.Any(other => Accepts(other, way, scopes: true))))
        {
            var narrower = now.Any(other => Accepts(other, way, scopes: false));
            findings.Add(narrower ? OperationRules.SecurityScopeAdded : OperationRules.SecurityAlternativeRemoved, pointer, narrower ? $"{Words(way)} asks for more scopes now" : $"{Words(way)} is accepted no longer");
        }
    }

    public static void Schemes(Spot before, Spot after, Findings findings)
    {
        var now = after.Member("components")?.Member("securitySchemes");
        foreach (var (name, spot) in before.Member("components")?.Member("securitySchemes")?.Members() ?? [])
        {
            if (now?.Resolved(name) is not { } kept) continue;
            var scheme = spot.Document.Resolve(spot);
            foreach (var fact in Facts.Where(fact => !string.Equals(scheme.Text(fact), kept.Text(fact), StringComparison.OrdinalIgnoreCase)))
                findings.Add(OperationRules.SecuritySchemeChanged, JsonPointer.Child(kept.Pointer, fact), $"the '{fact}' of the scheme '{name}' was '{scheme.Text(fact)}' and is '{kept.Text(fact)}'");
        }
    }

    // What the operation says counts, else what the document says for all.
    private static ImmutableArray<Spot> Ways(Spot operation) => [.. (operation.Member("security") ?? operation.Document.Root.Member("security"))?.Elements() ?? []];

    private static bool IsOpen(ImmutableArray<Spot> ways) => ways.IsEmpty || ways.Any(way => !way.Members().Any());

    private static bool Accepts(Spot now, Spot before, bool scopes) => now.Members().All(scheme =>
        before.Member(scheme.Name) is { } had && (!scopes || Scopes(scheme.Spot).IsSubsetOf(Scopes(had))));

    private static ImmutableHashSet<string> Scopes(Spot scheme) => [.. scheme.Elements().Select(scope => scope.Value.ToString())];

    private static string Words(Spot way) => string.Join(" with ", way.Members().Select(scheme => $"'{scheme.Name}'"));
}
