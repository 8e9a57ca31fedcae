using System.Collections.Immutable;
using System.Text.Json;

namespace Slipway.Suites.Reading;

/// <summary>The model that is asked, and what every request says beside its messages.</summary>
internal sealed record Provider(string Model, ImmutableSortedDictionary<string, JsonElement> Options);
