namespace Slipway.Suites.Documents;

/// <summary>One key of a map and its value. Line and column are the key's, counted from 1.</summary>
internal sealed record Member(string Key, int Line, int Column, Node Value);
