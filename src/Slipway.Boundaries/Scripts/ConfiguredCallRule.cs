using Slipway.Boundaries.Inventory;
using Slipway.Model.Stages;
using Slipway.Model.Units;

namespace Slipway.Boundaries.Scripts;

/// <summary>A call of an app whose address is a variable that bears a service's name: <c>fetch(import.meta.env.VITE_BILLING_URL)</c>. Handing it to the SDK package is fine.</summary>
internal sealed class ConfiguredCallRule : IUnitRule
{
    private static readonly HashSet<string> Callers = new(
        ["fetch", "$fetch", "ofetch", "useFetch", "axios", "ky", "got", "request", "superagent", "WebSocket", "EventSource", "sendBeacon"], StringComparer.Ordinal);

    // axios.get, http.request: of whom a member is called.
    private static readonly HashSet<string> Clients = new(["axios", "ky", "got", "superagent", "http", "https", "$", "jQuery", "undici", "needle"], StringComparer.Ordinal);

    private static readonly HashSet<string> Addresses = new(["URL", "URI", "HOST", "ADDRESS", "ENDPOINT", "API", "BASE", "ORIGIN", "SERVER"], StringComparer.OrdinalIgnoreCase);

    public IEnumerable<Finding> Check(UnitInventory unit)
    {
        if (unit.Unit.Kind != UnitKind.App) yield break;
        var others = unit.Map.Services.Where(other => other.Id != unit.Unit.Id && !unit.Permissions.IsAllowedForNow(unit.Unit, other)).ToList();
        foreach (var file in ScriptFiles.Of(unit).Where(file => !RawCallRule.IsTest(file)))
        {
            if (unit.Text(file.Path) is not { } text || !text.Contains("env", StringComparison.Ordinal)) continue;
            var tokens = ScriptFiles.Tokens(file, text);
            for (var at = 2; at < tokens.Count; at++)
            {
                if (!tokens[at - 2].Is("env") || !(tokens[at - 1].Is(".") || tokens[at - 1].Is("[")) || !IsCalled(tokens, at)) continue;
                if (others.FirstOrDefault(other => IsAddressOf(tokens[at].Value, other)) is not { } other) continue;
                var (line, column) = TextPlace.Of(text, tokens[at].Offset);
                yield return Found.At(
                    RuleIds.RawCall, file.Path, line, column, $"'{unit.Unit.Id}' calls '{other.Id}' at '{tokens[at].Value}' itself: apps reach services through their SDK packages only",
                    $"Hand the address to the SDK package of '{other.Name}'.", Severity.Warning);
            }
        }
    }

    // The call that the variable stands in, whatever it is wrapped in there.
    private static bool IsCalled(IReadOnlyList<ScriptToken> tokens, int at)
    {
        var open = 0;
        for (var index = at - 1; index > 0; index--)
        {
            if (tokens[index].Is(")")) open++;
            else if (tokens[index].Is(";")) return false;
            else if (tokens[index].Is("(") && open-- == 0)
                return index > 2 && tokens[index - 2].Is(".") ? Clients.Contains(tokens[index - 3].Value) : Callers.Contains(tokens[index - 1].Value);
        }
        return false;
    }

    // VITE_BILLING_URL: whole words, so that BILLINGARCHIVE_URL is not billing's.
    private static bool IsAddressOf(string variable, Unit other)
    {
        var words = variable.Split('_', StringSplitOptions.RemoveEmptyEntries);
        var name = other.Name.Lower.Split('-', '.', '_');
        return words.Any(Addresses.Contains)
            && Enumerable.Range(0, words.Length).Any(start => words.Skip(start).Take(name.Length).SequenceEqual(name, StringComparer.OrdinalIgnoreCase));
    }
}
