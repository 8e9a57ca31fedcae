using System.Text;
using NJsonSchema;
using Slipway.Artifacts.Policies;
using Slipway.Evidence.Policies;
using Slipway.Machine.Yaml;
using Slipway.Model;
using Slipway.Model.Problems;
using Slipway.Workspace.Tests.Configuration;

namespace Slipway.Artifacts.Tests.Policies;

public sealed class PolicyFileTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("slipway-policy-").FullName;

    public static TheoryData<string, bool> Policies => Samples.Policies;

    [Fact]
    public void Every_key_is_read()
    {
        var policies = Read(Samples.Whole);
        Assert.Equal("policy.yaml", policies.Source);
        Assert.Equal(Digest.Of(Samples.Whole), policies.Digest);
        var staging = policies.Of(EnvironmentName.Staging);
        Assert.Equal(["provenance", "sbom"], staging.Statements);
        Assert.Equal(["security", "typecheck", "unit"], staging.Gates.Keys);
        Assert.Equal(10, staging.Gates["unit"].Minimum["passed"]);
        Assert.True(staging.Gates["security"].MayBePartial);
        Assert.False(staging.Gates["security"].MayBeSkipped);
        Assert.Equal(["ci"], staging.Builders);
        Assert.Equal(TimeSpan.FromDays(30), staging.MaximumAge);
        Assert.Equal(TimeSpan.FromHours(12), policies.Of(EnvironmentName.Production).MaximumAge);
        Assert.Equal("Release", staging.Parameters!["configuration"]);
        Assert.False(staging.AllowsUncommitted);
        Assert.True(policies.Of(EnvironmentName.Dev).AllowsUncommitted);
    }

    [Fact]
    public void Without_the_file_the_policy_that_is_built_in_holds() => Assert.Same(ReleasePolicies.BuiltIn, PolicyFile.Find(_root));

    [Fact]
    public void An_environment_that_is_not_named_keeps_the_policy_that_is_built_in()
    {
        var policies = Read("environments:\n  local:\n    builders: [local, ci]\n    uncommitted: allowed\n");
        Assert.Same(ReleasePolicies.BuiltIn.Of(EnvironmentName.Production), policies.Of(EnvironmentName.Production));
    }

    [Fact]
    public void What_is_built_in_asks_more_from_environment_to_environment() => Assert.All(
        ReleasePolicies.BuiltIn.Ordered.Zip(ReleasePolicies.BuiltIn.Ordered.Skip(1)),
        pair =>
        {
            Assert.Empty(PolicyOrder.Between(pair.First, pair.Second));
            Assert.NotEmpty(PolicyOrder.Between(pair.Second, pair.First));
        });

    [Theory]
    [InlineData("statements: [provenance, sbom]", "statements: [provenance]", "production does not want the statement sbom")]
    [InlineData("      unit: { minimum: { passed: 10 } }\n      security: {}\n", "      security: {}\n", "production does not want the gate unit")]
    [InlineData("      security: {}\n", "      security: { skipped: allowed }\n", "production lets the gate security be skipped")]
    [InlineData("      unit: { minimum: { passed: 10 } }\n      security: {}", "      unit: { minimum: { passed: 9 } }\n      security: {}", "production wants fewer than 10 passed of the gate unit")]
    [InlineData("builders: [ci]\n    maximumAge: 12h", "builders: [ci, local]\n    maximumAge: 12h", "production allows the builder local")]
    [InlineData("maximumAge: 12h", "maximumAge: 31d", "production takes what is older than 720 hours")]
    [InlineData("    maximumAge: 12h\n", "", "production takes what is older than 720 hours")]
    [InlineData("maximumAge: 12h\n    parameters: { configuration: Release }", "maximumAge: 12h\n    parameters: { configuration: Debug }", "production takes other parameters than configuration=Release")]
    [InlineData("maximumAge: 12h\n    parameters: { configuration: Release }", "maximumAge: 12h", "production takes other parameters than configuration=Release")]
    [InlineData("maximumAge: 12h\n", "maximumAge: 12h\n    uncommitted: allowed\n", "production takes uncommitted changes")]
    public void A_production_that_asks_less_than_staging_is_refused_and_told_why(string right, string wrong, string says)
    {
        var yaml = Samples.Whole;
        var at = yaml.LastIndexOf(right, StringComparison.Ordinal);
        Assert.True(at > 0, right);
        var problem = Assert.Single(Assert.Throws<BadInputException>(() => Read(yaml.Remove(at, right.Length).Insert(at, wrong))).Problems);
        Assert.Equal("SLP4068", problem.Code);
        Assert.StartsWith(says, problem.Message, StringComparison.Ordinal);
        Assert.True(problem is { File: "policy.yaml", Line: > 1, Mend: not null });
    }

    [Fact]
    public void A_stricter_dev_makes_the_built_in_staging_the_looser_one_and_that_is_told()
    {
        var problems = Assert.Throws<BadInputException>(() => Read("environments:\n  dev:\n    builders: [ci]\n    maximumAge: 1d\n")).Problems;
        Assert.Contains(problems, problem => problem.Code == "SLP4068" && problem.Message.StartsWith("staging, by the policy that is built in, takes what is older than 24 hours", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("policy.yml")]
    [InlineData("Policy.yaml")]
    [InlineData("policies.yaml")]
    public void A_file_that_nobody_reads_is_an_error(string name)
    {
        Assert.SkipWhen(name == "Policy.yaml" && !OperatingSystem.IsLinux(), "Elsewhere it is the same file.");
        File.WriteAllText(Path.Combine(_root, name), Samples.Whole);
        var problem = Assert.Single(Assert.Throws<BadInputException>(() => PolicyFile.Find(_root)).Problems);
        Assert.Equal(("SLP4069", name), (problem.Code, problem.File));
    }

    [Fact]
    public void An_empty_file_and_one_without_environments_are_refused()
    {
        Assert.Throws<BadInputException>(() => Read(""));
        Assert.Equal("SLP1012", Assert.Throws<BadInputException>(() => Read("{}")).Problems[0].Code);
    }

    [Fact]
    public void An_unknown_environment_is_refused_with_the_nearest_name()
    {
        var problem = Assert.Single(Assert.Throws<BadInputException>(() => Read("environments:\n  prodution: { builders: [ci] }\n")).Problems);
        Assert.Equal(("SLP1010", "did you mean 'production'?"), (problem.Code, problem.Mend));
    }

    [Theory]
    [InlineData("gates: { securty: {} }", "did you mean 'security'? A gate of your own needs another name.")]
    [InlineData("gates: { unit: { minimum: { pased: 1 } } }", "did you mean 'passed'? A count of your own needs another name.")]
    [InlineData("statements: [provenence]", "did you mean 'provenance'?")]
    public void A_name_that_is_a_slip_is_refused_with_the_nearest(string demand, string mend)
    {
        var problem = Assert.Single(Assert.Throws<BadInputException>(() => Read($"environments:\n  production:\n    builders: [ci]\n    {demand}\n")).Problems);
        Assert.Equal(("SLP1013", mend), (problem.Code, problem.Mend));
    }

    [Theory]
    [InlineData("gates: [unit]")]
    [InlineData("maximumAge: soon")]
    [InlineData("gates: { unit: passed }")]
    public void What_cannot_be_read_is_not_called_looser_as_well(string wrong) =>
        Assert.DoesNotContain("SLP4068", Assert.Throws<BadInputException>(() => Read($"environments:\n  production:\n    builders: [ci]\n    {wrong}\n")).Problems.Select(problem => problem.Code));

    [Theory]
    [MemberData(nameof(Policies))]
    public async Task The_reader_agrees_with_its_schema(string policy, bool valid)
    {
        var yaml = $"environments:\n  production:\n    {policy.Replace("\n", "\n    ", StringComparison.Ordinal)}\n";
        var problems = new YamlProblems();
        var map = YamlDocumentReader.Read("policy.yaml", yaml, problems)!;
        PolicyFileReader.Read(map, problems);
        var schema = await JsonSchema.FromJsonAsync(PolicyFile.Schema, TestContext.Current.CancellationToken);
        // Which policy may follow which is no matter of form.
        Assert.Equal((valid, valid), (!problems.Any(problem => problem.Code != "SLP4068"), schema.Validate(YamlAsJson.Of(map)).Count == 0));
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private static ReleasePolicies Read(string yaml) => PolicyFile.Read(Encoding.UTF8.GetBytes(yaml));
}
