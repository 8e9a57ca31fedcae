using System.Text.Json.Serialization;

namespace Assistant.Products;

[JsonSerializable(typeof(ProductFact))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class ProductJson : JsonSerializerContext;
