using System.Text.RegularExpressions;
using Slipway.Boundaries.Inventory;
using Slipway.Model.Stages;
using Slipway.Model.Units;

namespace Slipway.Boundaries.Scripts;

/// <summary>An app that calls a service by its address or route, or names another app: what the SDK package is for.</summary>
internal sealed partial class RawCallRule : IUnitRule
{
    private static readonly HashSet<string> Callers = new(
        [
            "fetch", "$fetch", "ofetch", "useFetch", "useSWR", "axios", "ky", "got", "request", "Request", "superagent", "URL", "WebSocket", "EventSource", "io", "open",
            "get", "post", "put", "patch", "delete", "head", "getJSON", "ajax", "sendBeacon", "create", "HubConnectionBuilder", "withUrl",
        ],
        StringComparer.Ordinal);

    // What has a get of its own and calls nobody: routers, maps, stores.
    private static readonly HashSet<string> Silent = new(
        ["app", "router", "server", "cache", "map", "params", "searchParams", "headers", "storage", "localStorage", "sessionStorage", "cookies", "store", "Object", "Reflect"], StringComparer.Ordinal);

    private static readonly HashSet<string> Properties = new(["baseURL", "baseUrl", "prefixUrl", "BaseAddress", "url", "uri", "endpoint", "target", "basePath", "destination"], StringComparer.Ordinal);

    private static readonly HashSet<string> Methods = new(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"], StringComparer.OrdinalIgnoreCase);

    private const int LongestChoice = 16;

    public IEnumerable<Finding> Check(UnitInventory unit)
    {
        if (unit.Unit.Kind != UnitKind.App) yield break;
        var names = unit.Map.Services.Where(other => other.Id != unit.Unit.Id && !unit.Permissions.IsAllowedForNow(unit.Unit, other)).ToList();
        foreach (var file in ScriptFiles.Of(unit).Where(file => !IsTest(file)))
        {
            if (unit.Text(file.Path) is not { } text) continue;
            var tokens = ScriptFiles.Tokens(file, text);
            for (var at = 2; at < tokens.Count; at++)
            {
                if (tokens[at].Kind is not (ScriptTokenKind.Text or ScriptTokenKind.Template) || !IsAddress(tokens, at)) continue;
                var address = ModuleImports.Added(tokens, at);
                if (names.FirstOrDefault(other => Names(address, other)) is not { } other) continue;
                var (line, column) = TextPlace.Of(text, tokens[at].Offset);
                yield return Found.At(
                    RuleIds.RawCall, file.Path, line, column, $"'{unit.Unit.Id}' calls '{other.Id}' by '{address}' itself: apps reach services through their SDK packages only",
                    other.Kind == UnitKind.App ? "Apps do not know each other: move what both need into a service or a package." : $"Use the SDK package of '{other.Name}'.");
            }
        }
    }

    public static bool IsTest(ListedFile file) =>
        TestName.IsMatch(file.Name) || file.Path.Split('/').Any(part => part is "test" or "tests" or "__tests__" or "__mocks__" or "mocks" or "e2e" or "cypress" or ".storybook");

    private static bool IsAddress(IReadOnlyList<ScriptToken> tokens, int at) =>
        IsArgument(tokens, at)
        // request.open('GET', 'http://billing/')
        || (at > 3 && tokens[at - 1].Is(",") && Methods.Contains(tokens[at - 2].Value) && IsArgument(tokens, at - 2) && tokens[at - 4].Is("open"))
        // fetch(isLocal ? 'http://localhost' : 'http://billing/')
        || (IsChoice(tokens[at - 1]) && OpeningOf(tokens, at) is > 1 and var open && IsArgument(tokens, open + 1))
        || (tokens[at - 1].Is(":") && Properties.Contains(tokens[at - 2].Value))
        || (tokens[at - 1].Is("=") && Properties.Contains(tokens[at - 2].Value));

    private static bool IsArgument(IReadOnlyList<ScriptToken> tokens, int at) =>
        tokens[at - 1].Is("(") && (Callers.Contains(tokens[at - 2].Value) || tokens[at - 2].Is(">")) && !IsSilent(tokens, at - 2);

    private static bool IsChoice(ScriptToken token) => token.Is("?") || token.Is(":") || token.Is("??") || token.Is("|") || token.Is("||");

    // The parenthesis that a choice of texts stands in; a longer expression is more than a choice.
    private static int? OpeningOf(IReadOnlyList<ScriptToken> tokens, int at)
    {
        for (var index = at - 1; index > 0 && index > at - LongestChoice; index--)
        {
            if (tokens[index].Is("(")) return index;
            if (tokens[index].Is(")") || tokens[index].Is(";") || tokens[index].Is("{") || tokens[index].Is(",")) return null;
        }
        return null;
    }

    private static bool IsSilent(IReadOnlyList<ScriptToken> tokens, int caller) => caller > 1 && tokens[caller - 1].Is(".") && Silent.Contains(tokens[caller - 2].Value);

    // The first label of the host, or the first part of the route that is not everybody's.
    public static bool Names(string value, Unit other)
    {
        var name = other.Name.Lower;
        if (Address.Match(value) is { Success: true } address)
        {
            var label = address.Groups["host"].Value.ToLowerInvariant();
            if (label == name || label == $"{name}-api" || label == $"{name}-service" || label == $"{name}.api") return true;
            value = address.Groups["path"].Value;
            // Somebody else's host may have a route of any name.
            if (label.Length > 0 && !IsOwn(label, address.Groups["rest"].Value)) return false;
        }
        if (other.Kind == UnitKind.App || !value.StartsWith('/')) return false;
        var parts = value.Split('?')[0].Split('/', StringSplitOptions.RemoveEmptyEntries).SkipWhile(part => part.Equals("api", StringComparison.OrdinalIgnoreCase) || Version.IsMatch(part));
        return parts.FirstOrDefault()?.Equals(name, StringComparison.OrdinalIgnoreCase) == true;
    }

    private static bool IsOwn(string label, string rest) => label is "127" || (label is "localhost" or "gateway" or "api" && !rest.StartsWith('.'));

    [GeneratedRegex(@"^(?:https?|wss?|grpc)?:?//(?<host>[^:/.?]*)(?<rest>[^/?]*)(?<path>/.*)?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Address { get; }

    [GeneratedRegex(@"\Av\d+\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Version { get; }

    [GeneratedRegex(@"\.(?:test|spec|stories|mock)\.[cm]?[jt]sx?\z|\A(?:vite|vitest|webpack|jest|playwright)\.", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TestName { get; }
}
