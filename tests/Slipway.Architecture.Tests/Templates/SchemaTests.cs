namespace Slipway.Architecture.Tests.Templates;

/// <summary>An editor completes and checks a platform's files by schemas that lie in the platform itself: no address, no network.</summary>
public class SchemaTests
{
    private const string Mark = "# yaml-language-server: $schema=";
    private const string Shipped = "templates/platform/build/schemas/";

    [Theory]
    [InlineData("Slipway.Workspace/Schemas/platform.schema.json")]
    [InlineData("Slipway.Workspace/Schemas/unit.schema.json")]
    [InlineData("Slipway.Workspace/Schemas/environment.schema.json")]
    [InlineData("Slipway.Artifacts/Trust/trust.schema.json")]
    [InlineData("Slipway.Artifacts/Policies/policy.schema.json")]
    public void A_platform_carries_the_very_schema_that_the_readers_are_held_to(string schema) =>
        Assert.Equal(Repository.Read("src/" + schema), Repository.Read(Shipped + Path.GetFileName(schema)));

    [Fact]
    public void Every_file_of_a_template_that_has_a_schema_begins_with_the_way_to_it() =>
        Rule.Holds(
            "The first line names the schema, relative to the file in its platform:",
            from file in Repository.Files
            where file.StartsWith("templates/", StringComparison.Ordinal)
            let schema = Schema(file)
            where schema is not null
            // Each template is laid over the platform's root.
            let below = string.Join('/', file.Split('/')[2..])
            let expected = Mark + Path.GetRelativePath(Path.GetDirectoryName("/" + below)!, "/build/schemas/" + schema)
            where Repository.Read(file).Split('\n')[0].TrimEnd() != expected
            select $"{file}: expected '{expected}'");

    private static string? Schema(string file) => Path.GetFileName(file) switch
    {
        "platform.yaml" => "platform.schema.json",
        "unit.yaml" => "unit.schema.json",
        "trust.yaml" => "trust.schema.json",
        "policy.yaml" => "policy.schema.json",
        _ when Path.GetFileName(Path.GetDirectoryName(file)) == "environments" => "environment.schema.json",
        _ => null,
    };
}
