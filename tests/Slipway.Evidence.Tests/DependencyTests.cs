using System.Text;
using System.Text.Json;
using Slipway.Evidence.Attestations;
using Slipway.Evidence.Keys;
using Slipway.Evidence.Provenance;
using Slipway.Model;

namespace Slipway.Evidence.Tests;

/// <summary>What a provenance says that a build has used.</summary>
public sealed class DependencyTests
{
    private static readonly string Sha512 = new('a', 128);
    private static readonly string Sha1 = new('b', 40);
    private static readonly string Sha256 = new('c', 64);

    private static readonly string Sbom = $$"""
        {"bomFormat":"CycloneDX","components":[
          {"type":"library","name":"Npgsql","purl":"pkg:nuget/Npgsql@10.0.0","hashes":[{"alg":"SHA-1","content":"{{Sha1}}"},{"alg":"SHA-512","content":"{{Sha512}}"}]},
          {"type":"library","name":"left-pad","purl":"pkg:npm/left-pad@1.3.0","hashes":[{"alg":"SHA-1","content":"{{Sha1}}"}]},
          {"type":"container","name":"layout:images/base","hashes":[{"alg":"SHA-256","content":"{{Sha256}}"}]},
          {"type":"framework","name":"Microsoft.NETCore.App","purl":"pkg:nuget/Microsoft.NETCore.App.Runtime.linux-x64@10.0.0"},
          {"type":"library","name":"Odd","purl":"pkg:nuget/Odd@1.0.0","hashes":[{"alg":"SHA-512","content":"short"}]},
          {"type":"library","name":"Shared","hashes":[{"alg":"SHA-256","content":"{{Sha256}}"}]}
        ]}
        """;

    [Fact]
    public void Packages_and_the_base_image_stand_in_it_each_with_the_strongest_digest()
    {
        var dependencies = Predicate(Sbom).GetProperty("buildDefinition").GetProperty("resolvedDependencies").EnumerateArray()
            .Select(dependency => (dependency.GetProperty("name").GetString(), Assert.Single(dependency.GetProperty("digest").EnumerateObject()))).ToArray();
        Assert.Equal(
            [
                ("source", $"gitCommit {Sample.Manifest.Origin.Commit}"),
                ("oci:layout:images/base", $"sha256 {Sha256}"),
                ("pkg:npm/left-pad@1.3.0", $"sha1 {Sha1}"),
                ("pkg:nuget/Npgsql@10.0.0", $"sha512 {Sha512}"),
                ("services/catalog/src/Catalog/packages.lock.json", $"sha256 {Digest.Of("lock").Hex}"),
            ],
            dependencies.Select(dependency => (dependency.Item1, $"{dependency.Item2.Name} {dependency.Item2.Value.GetString()}")));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("{}")]
    [InlineData("""{"components":7}""")]
    [InlineData("""{"components":[7,{"purl":7},{"purl":"pkg:npm/x@1"},{"purl":"pkg:npm/x@1","hashes":7},{"purl":"pkg:npm/x@1","hashes":[7,{"alg":7}]}]}""")]
    public void What_is_no_SBOM_adds_nothing(string sbom) =>
        Assert.Equal(2, Predicate(sbom).GetProperty("buildDefinition").GetProperty("resolvedDependencies").GetArrayLength());

    [Fact]
    public void A_verifier_reads_them_back_and_computes_the_same()
    {
        var predicate = Predicate(Sbom);
        Assert.True(JsonElement.DeepEquals(predicate, ReleaseProvenance.PredicateOf(Sample.Manifest, Facts(predicate))));
    }

    private static BuildFacts Facts(JsonElement predicate) => Sample.Evidence.Build with
    {
        Materials =
        [
            .. predicate.GetProperty("buildDefinition").GetProperty("resolvedDependencies").EnumerateArray().Skip(1)
                .Select(dependency => (dependency.GetProperty("name").GetString()!, dependency.GetProperty("digest").EnumerateObject().Single()))
                .Select(dependency => new Material(dependency.Item1, dependency.Item2.Name, dependency.Item2.Value.GetString()!)),
        ],
    };

    private static JsonElement Predicate(string sbom) =>
        ReleaseStatements.Of(Sample.Manifest, Sample.Evidence, KeyKind.Release, Encoding.UTF8.GetBytes(sbom))[0].Statement.Predicate;
}
