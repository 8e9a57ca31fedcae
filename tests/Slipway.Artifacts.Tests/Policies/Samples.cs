namespace Slipway.Artifacts.Tests.Policies;

/// <summary>Forms of <c>policy.yaml</c>.</summary>
internal static class Samples
{
    public const string Whole = """
        environments:
          local:
            builders: [local, ci]
            uncommitted: allowed
          dev:
            gates:
              typecheck: {}
              unit: { minimum: { passed: 1 }, skipped: allowed }
            builders: [local, ci]
            uncommitted: allowed
          staging:
            statements: [provenance, sbom]
            gates:
              typecheck: {}
              unit: { minimum: { passed: 10 } }
              security: { partial: allowed }
            builders: [ci]
            maximumAge: 30d
            parameters: { configuration: Release }
          production:
            statements: [provenance, sbom]
            gates:
              typecheck: {}
              unit: { minimum: { passed: 10 } }
              security: {}
            builders: [ci]
            maximumAge: 12h
            parameters: { configuration: Release }

        """;

    /// <summary>One environment's policy, and whether reader and schema must take it.</summary>
    public static TheoryData<string, bool> Policies { get; } = new()
    {
        { "builders: [ci]", true },
        { "builders: [ci, local]", true },
        { "builders: []", false },
        { "builders: ci", false },
        { "builders: [moon]", false },
        { "statements: [provenance]", false },
        { "builders: [ci]\nstatements: [provenance, sbom]", true },
        { "builders: [ci]\nstatements: []", true },
        { "builders: [ci]\nstatements: [bom]", false },
        { "builders: [ci]\ngates: {}", true },
        { "builders: [ci]\ngates: { unit: {} }", true },
        { "builders: [ci]\ngates: { my-own-gate2: {} }", true },
        { "builders: [ci]\ngates: { Unit: {} }", false },
        { "builders: [ci]\ngates: { unit: passed }", false },
        { "builders: [ci]\ngates: [unit]", false },
        { "builders: [ci]\ngates: { unit: { minimum: { passed: 10 } } }", true },
        { "builders: [ci]\ngates: { unit: { minimum: { passed: -1 } } }", false },
        { "builders: [ci]\ngates: { unit: { minimum: { passed: many } } }", false },
        { "builders: [ci]\ngates: { unit: { minimum: { '10': 1 } } }", false },
        { "builders: [ci]\ngates: { unit: { skipped: allowed, partial: refused } }", true },
        { "builders: [ci]\ngates: { unit: { skipped: true } }", false },
        { "builders: [ci]\ngates: { unit: { maximum: 1 } }", false },
        { "builders: [ci]\nmaximumAge: 30d", true },
        { "builders: [ci]\nmaximumAge: 12h", true },
        { "builders: [ci]\nmaximumAge: 0d", false },
        { "builders: [ci]\nmaximumAge: 30", false },
        { "builders: [ci]\nmaximumAge: 30 days", false },
        { "builders: [ci]\nparameters: {}", true },
        { "builders: [ci]\nparameters: { configuration: Release }", true },
        { "builders: [ci]\nparameters: { configuration: 1 }", false },
        { "builders: [ci]\nparameters: { 'a b': x }", false },
        { "builders: [ci]\nuncommitted: refused", true },
        { "builders: [ci]\nuncommitted: no", false },
        { "builders: [ci]\nbuilder: [ci]", false },
    };
}
