using System.Text.Json.Serialization;

namespace Harborline.Assistant.Products;

[JsonSerializable(typeof(ProductFact))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class ProductJson : JsonSerializerContext;
