using Slipway.Compatibility.Rules;
using Slipway.Compatibility.Schemas;

namespace Slipway.Compatibility.OpenApi;

/// <summary>Gathers what was found; the same thing in several operations, by a schema that they share, is one finding.</summary>
internal sealed class Findings
{
    private readonly Dictionary<(string Rule, string Pointer), ContractChange> _changes = [];
    private readonly List<(string Rule, string Pointer)> _order = [];

    /// <summary>The operation that is looked at; null outside of any.</summary>
    public string? Operation { get; set; }

    public IEnumerable<ContractChange> All => _order.Select(key => _changes[key]);

    public void Add(BreakRule rule, string pointer, string what)
    {
        var key = (rule.Name, pointer);
        if (!_changes.TryGetValue(key, out var change))
        {
            change = new() { Rule = rule, Operations = [], Pointer = pointer, What = what };
            _order.Add(key);
        }
        _changes[key] = Operation is { } operation && !change.Operations.Contains(operation) ? change with { Operations = change.Operations.Add(operation) } : change;
    }

    /// <summary>Takes over the differences of schemas that there is a rule for.</summary>
    public void Add(IEnumerable<SchemaDifference> differences, IReadOnlyDictionary<SchemaChange, BreakRule> rules, string where)
    {
        foreach (var difference in differences)
        {
            if (rules.TryGetValue(difference.Kind, out var rule)) Add(rule, difference.Pointer, $"{where}: {difference.What}");
        }
    }
}
