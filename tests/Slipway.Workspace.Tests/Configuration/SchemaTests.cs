using NJsonSchema;
using Slipway.Machine.Yaml;
using Slipway.Model;
using Slipway.Workspace.Configuration;
using Slipway.Workspace.Schemas;

namespace Slipway.Workspace.Tests.Configuration;

/// <summary>The readers and the schemas are two hand-written forms of one truth: every sample must please both or neither.</summary>
public sealed class SchemaTests
{
    public static TheoryData<string, bool> Platforms => Samples.Platforms;

    public static TheoryData<string, bool> Units => Samples.Units;

    public static TheoryData<string, bool> Environments => Samples.Environments;

    [Theory]
    [MemberData(nameof(Platforms))]
    public Task The_reader_of_platform_yaml_agrees_with_its_schema(string yaml, bool valid) =>
        Agree(ConfigurationSchema.Platform, map => PlatformFileReader.Read(map), yaml, valid);

    [Theory]
    [MemberData(nameof(Units))]
    public Task The_reader_of_unit_yaml_agrees_with_its_schema(string yaml, bool valid) =>
        Agree(ConfigurationSchema.Unit, map => UnitFileReader.Read(map), yaml, valid);

    [Theory]
    [MemberData(nameof(Environments))]
    public Task The_reader_of_environments_agrees_with_its_schema(string yaml, bool valid) =>
        Agree(ConfigurationSchema.Environment, map => EnvironmentFileReader.Read(map, EnvironmentName.Dev), yaml, valid);

    [Theory]
    [InlineData("platform")]
    [InlineData("unit")]
    [InlineData("environment")]
    public async Task Every_key_that_a_reader_asks_for_is_described_by_its_schema(string which)
    {
        var problems = new YamlProblems();
        var map = YamlDocumentReader.Read("x.yaml", "nobodyAsksForThis: 1", problems)!;
        var schema = which switch { "platform" => ConfigurationSchema.Platform, "unit" => ConfigurationSchema.Unit, _ => ConfigurationSchema.Environment };
        if (which == "platform") PlatformFileReader.Read(map);
        else if (which == "unit") UnitFileReader.Read(map);
        else EnvironmentFileReader.Read(map, EnvironmentName.Dev);

        var allowed = Assert.Single(problems).Message.Split("allowed: ")[1].TrimEnd('.').Split(", ");
        var described = (await JsonSchema.FromJsonAsync(schema, TestContext.Current.CancellationToken)).Properties;
        Assert.Equal(allowed, described.Keys.Order(StringComparer.Ordinal));
        Assert.All(described.Values, property => Assert.False(string.IsNullOrEmpty(property.Description)));
    }

    private static async Task Agree(string schema, Action<YamlMap> read, string yaml, bool valid)
    {
        var problems = new YamlProblems();
        var map = YamlDocumentReader.Read("sample.yaml", yaml, problems);
        Assert.NotNull(map);
        read(map);

        var errors = (await JsonSchema.FromJsonAsync(schema, TestContext.Current.CancellationToken)).Validate(YamlAsJson.Of(map));

        Assert.Equal((valid, valid), (problems.Count == 0, errors.Count == 0));
    }
}
