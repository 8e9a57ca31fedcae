namespace Slipway.Migrations;

/// <summary>A release of the service that runs somewhere, or may be gone back to.</summary>
/// <param name="Version"><c>1.4.0</c>, <c>v1.4.0</c> or <c>catalog/v1.4.0</c>.</param>
/// <param name="Model">The tables that its code uses, as its bundle describes them; null where nobody knows, and then it is taken to use everything.</param>
public sealed record LiveRelease(string Version, DescribedModel? Model = null);
