using System.Collections.Immutable;

namespace Slipway.Frosting.Rules;

/// <summary>The rules of one letter.</summary>
public sealed record RuleGroup(string Letter, string Title, ImmutableArray<Rule> Rules);
