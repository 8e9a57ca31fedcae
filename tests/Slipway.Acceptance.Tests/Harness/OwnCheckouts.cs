namespace Slipway.Acceptance.Tests.Harness;

/// <summary>Tests that work on checkouts of their own only, and so beside those that share one.</summary>
[CollectionDefinition]
public sealed class OwnCheckouts;
