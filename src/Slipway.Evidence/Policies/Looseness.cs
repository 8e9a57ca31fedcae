namespace Slipway.Evidence.Policies;

/// <summary>One way in which a policy asks less than another.</summary>
/// <param name="Key">The key of <c>policy.yaml</c> that says so.</param>
/// <param name="Words">What it does, after the policy's name: <c>allows the builder local</c>.</param>
public sealed record Looseness(string Key, string Words);
