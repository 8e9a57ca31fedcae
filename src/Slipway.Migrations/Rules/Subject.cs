namespace Slipway.Migrations.Rules;

/// <summary>What a finding is about, in parts.</summary>
internal sealed record Subject(string Schema, string Table, string? Column);
