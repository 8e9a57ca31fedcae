using NJsonSchema;
using Slipway.Artifacts.Trust;
using Slipway.Machine.Yaml;
using Slipway.Model.Problems;
using Slipway.Workspace.Tests.Configuration;

namespace Slipway.Artifacts.Tests.Trust;

/// <summary>The reader and the schema are two hand-written forms of one truth: every sample must please both or neither.</summary>
public sealed class TrustSchemaTests
{
    public static TheoryData<string, bool> Samples => new()
    {
        { TrustYard.File(TrustYard.Item(TrustYard.First)), true },
        { TrustYard.File(TrustYard.Item(TrustYard.First), TrustYard.Item(TrustYard.Second)), true },
        { "development: true\n" + TrustYard.File(TrustYard.Item(TrustYard.First)), true },
        { "development: maybe\n" + TrustYard.File(TrustYard.Item(TrustYard.First)), false },
        { "other: true\n" + TrustYard.File(TrustYard.Item(TrustYard.First)), false },
        { "development: true", false },
        { "keys: []", false },
        { "keys: {}", false },
        { "keys: [hello]", false },
        { $"keys: [{{id: '{TrustYard.First.Id}'}}]", false },
        { $"keys: [{{id: '{TrustYard.First.Id}', key: 7}}]", false },
        { $"keys: [{{id: '{TrustYard.First.Id}', key: file:}}]", false },
        { $"keys: [{{id: '{TrustYard.First.Id}', key: file:../x}}]", false },
        { $"keys: [{{id: '{TrustYard.First.Id}', key: file:/x}}]", false },
        { $"keys: [{{id: '{TrustYard.First.Id}', key: hello}}]", false },
        { TrustYard.File(TrustYard.Item(TrustYard.First)).Replace("id: SHA256:", "id: sha256:", StringComparison.Ordinal), false },
        { TrustYard.File(TrustYard.Item(TrustYard.First, "kind: release")), true },
        { TrustYard.File(TrustYard.Item(TrustYard.First, "kind: development")), true },
        { TrustYard.File(TrustYard.Item(TrustYard.First, "kind: Release")), false },
        { TrustYard.File(TrustYard.Item(TrustYard.First, "builder: ci-2")), false },
        { TrustYard.File(TrustYard.Item(TrustYard.First, "builder: local")), true },
        { TrustYard.File(TrustYard.Item(TrustYard.First, "builder: CI")), false },
        { TrustYard.File(TrustYard.Item(TrustYard.First, "builder: 7")), false },
        { TrustYard.File(TrustYard.Item(TrustYard.First, "notBefore: 2026-01-01", "notAfter: 2026-01-01T00:00:01Z")), true },
        { TrustYard.File(TrustYard.Item(TrustYard.First, "notBefore: 2026-1-1")), false },
        { TrustYard.File(TrustYard.Item(TrustYard.First, "notAfter: 2026-13-01")), false },
        { TrustYard.File(TrustYard.Item(TrustYard.First, "notAfter: 2026-01-01T00:00:00+01:00")), false },
        { TrustYard.File(TrustYard.Item(TrustYard.First, "notAfter: 2026")), false },
        { TrustYard.File(TrustYard.Item(TrustYard.First, "revoked: false")), true },
        { TrustYard.File(TrustYard.Item(TrustYard.First, "revoked: no")), false },
        { TrustYard.File(TrustYard.Item(TrustYard.First, "attests: [provenance, sbom, unit, my-gate]")), true },
        { TrustYard.File(TrustYard.Item(TrustYard.First, "attests: []")), false },
        { TrustYard.File(TrustYard.Item(TrustYard.First, "attests: unit")), false },
        { TrustYard.File(TrustYard.Item(TrustYard.First, "attests: [Unit]")), false },
        { TrustYard.File(TrustYard.Item(TrustYard.First, "attests: [7]")), false },
        { TrustYard.File(TrustYard.Item(TrustYard.First, "expires: 2026-01-01")), false },
    };

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task The_reader_of_trust_yaml_agrees_with_its_schema(string yaml, bool valid)
    {
        var map = YamlDocumentReader.Read("trust.yaml", yaml, []);
        Assert.NotNull(map);
        var errors = (await JsonSchema.FromJsonAsync(TrustFile.Schema, TestContext.Current.CancellationToken)).Validate(YamlAsJson.Of(map));
        Assert.Equal((valid, valid), (IsRead(yaml), errors.Count == 0));
    }

    [Fact]
    public async Task Every_key_that_the_reader_asks_for_is_described_by_the_schema()
    {
        var schema = await JsonSchema.FromJsonAsync(TrustFile.Schema, TestContext.Current.CancellationToken);
        var wrong = Assert.Throws<BadInputException>(() => TrustYard.Read("zz: 1\n" + TrustYard.File(TrustYard.Item(TrustYard.First, "zz: 1"))));
        string[][] allowed = [.. wrong.Problems.Select(problem => problem.Message.Split("allowed: ")[1].TrimEnd('.').Split(", "))];
        Assert.Equal(allowed[0], schema.Properties["keys"].Item!.Properties.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(allowed[1], schema.Properties.Keys.Order(StringComparer.Ordinal));
    }

    private static bool IsRead(string yaml)
    {
        try
        {
            TrustYard.Read(yaml);
            return true;
        }
        catch (BadInputException)
        {
            return false;
        }
    }
}
