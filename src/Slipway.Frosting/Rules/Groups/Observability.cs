namespace Slipway.Frosting.Rules.Groups;

internal static class Observability
{
    public static RuleGroup Group { get; } = new("O", "Observability",
    [
        new() { Id = "O0", Text = "observability before scaling", HeldBy = "as P5" },
        new() { Id = "O1", Text = "structured logs", HeldBy = "schema-valid records seen" },
        new() { Id = "O2", Text = "metrics", HeldBy = "declared instruments seen" },
        new() { Id = "O3", Text = "traces", HeldBy = "server span and propagation seen" },
        new() { Id = "O4", Text = "error monitoring", HeldBy = "an injected fault arrives" },
        new() { Id = "O5", Text = "audit log of sensitive actions", HeldBy = "declared action gives an audit record" },
        new()
        {
            Id = "O6", Text = "reduced observability is refused", HeldBy = "the new release has every signal of the live one",
            ShownBy = "a removed metric blocks, by name",
        },
    ]);
}
