using System.Globalization;
using Newtonsoft.Json.Linq;
using Slipway.Machine.Yaml;

namespace Slipway.Artifacts.Tests.Policies;

/// <summary>What a JSON Schema sees of a YAML file.</summary>
internal static class YamlAsJson
{
    public static JToken Of(YamlNode node) => node switch
    {
        YamlMap map => new JObject(map.Entries.Select(entry => new JProperty(entry.Key.Text, Of(entry.Value)))),
        YamlList list => new JArray(list.Items.Select(Of)),
        YamlScalar { IsNull: true } => JValue.CreateNull(),
        YamlScalar { IsBool: true } scalar => new JValue(bool.Parse(scalar.Text)),
        YamlScalar { IsNumber: true } scalar when long.TryParse(scalar.Text, CultureInfo.InvariantCulture, out var whole) => new JValue(whole),
        YamlScalar { IsNumber: true } scalar => new JValue(double.Parse(scalar.Text, CultureInfo.InvariantCulture)),
        YamlScalar scalar => new JValue(scalar.Text),
        _ => throw new InvalidOperationException("There is no other node."),
    };
}
