using System.Text.Json;

namespace Slipway.Suites.Reading;

/// <summary>A case, and the JSON it was read from.</summary>
internal sealed record ReadCase(SuiteCase Case, JsonElement Written);
