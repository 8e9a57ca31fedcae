using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using Slipway.Evidence.Sboms;
using Slipway.Model;
using Slipway.Model.Problems;

namespace Slipway.Evidence.Tests.Sboms;

/// <summary>What an SBOM says, and what it must not say.</summary>
public sealed class SbomTests
{
    private static readonly SbomComponent Npgsql = new()
    {
        Reference = "pkg:nuget/Npgsql@10.0.3", Kind = "library", Name = "Npgsql", Version = "10.0.3", Purl = "pkg:nuget/Npgsql@10.0.3",
        Hashes = ImmutableSortedDictionary<string, string>.Empty.Add("SHA-512", new string('a', 128)), License = new SbomLicense.Spdx("PostgreSQL"),
    };

    private static readonly Sbom Sample = new()
    {
        Subject = new() { Reference = "platform:services/catalog", Kind = "application", Name = "catalog", DependsOn = [Npgsql.Reference] },
        Components = [Npgsql],
    };

    [Fact]
    public void A_component_is_written_with_all_that_is_known_of_it()
    {
        var written = JsonNode.Parse(SbomWriter.Write(Sample))!;

        Assert.Equal(("CycloneDX", "1.6", 1), ((string?)written["bomFormat"], (string?)written["specVersion"], (int)written["version"]!));
        Assert.Equal(
            $$$"""{"bom-ref":"pkg:nuget/Npgsql@10.0.3","hashes":[{"alg":"SHA-512","content":"{{{new string('a', 128)}}}"}],"licenses":[{"license":{"id":"PostgreSQL"}}],"name":"Npgsql","purl":"pkg:nuget/Npgsql@10.0.3","type":"library","version":"10.0.3"}""",
            written["components"]![0]!.ToJsonString());
        Assert.Equal(
            """[{"dependsOn":["pkg:nuget/Npgsql@10.0.3"],"ref":"platform:services/catalog"},{"dependsOn":[],"ref":"pkg:nuget/Npgsql@10.0.3"}]""",
            written["dependencies"]!.ToJsonString());
        Assert.Matches("^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$", (string?)written["serialNumber"]);
    }

    [Fact]
    public void The_order_of_components_and_of_what_they_need_does_not_show() => Gen.Shuffle(Enumerable.Range(0, 8).ToArray()).Sample(order =>
    {
        var some = order.Select(number => Npgsql with { Reference = $"pkg:nuget/P{number}@1.0.0", Purl = $"pkg:nuget/P{number}@1.0.0" }).ToImmutableArray();
        var shuffled = Sample with { Components = some, Subject = Sample.Subject with { DependsOn = [.. some.Select(component => component.Reference)] } };
        var sorted = shuffled with { Components = [.. some.OrderBy(component => component.Reference)] };
        Assert.Equal(SbomWriter.Write(sorted), SbomWriter.Write(shuffled));
    });

    [Fact]
    public void Other_content_has_another_serial() => Assert.NotEqual(
        (string?)JsonNode.Parse(SbomWriter.Write(Sample))!["serialNumber"],
        (string?)JsonNode.Parse(SbomWriter.Write(Sample with { Subject = Sample.Subject with { Name = "ordering" } }))!["serialNumber"]);

    [Fact]
    public void What_no_schema_sees_is_refused_all_at_once()
    {
        var wrong = Sample with
        {
            Components =
            [
                Npgsql, Npgsql with { Version = "9" },
                new() { Reference = "a", Kind = "library", Name = "a", Purl = "pkg:nuget", DependsOn = ["b"], License = new SbomLicense.Expression("MIT OR") },
            ],
        };

        var problems = Assert.Throws<KnownFailureException>(() => SbomWriter.Write(wrong)).Problems;

        Assert.Equal(
            [
                "The SBOM of catalog is wrong: 'pkg:nuget/Npgsql@10.0.3' names 2 components.",
                "The SBOM of catalog is wrong: 'a' depends on 'b', which is not in it.",
                "The SBOM of catalog is wrong: 'pkg:nuget' is no package URL.",
                "The SBOM of catalog is wrong: 'a' has the licence 'MIT OR', which is no SPDX expression.",
            ],
            problems.Select(problem => problem.Message));
        Assert.All(problems, problem => Assert.Equal("SLP4048", problem.Code));
    }

    [Theory]
    [InlineData("MIT", true)]
    [InlineData("MIT OR Apache-2.0", true)]
    [InlineData("(MIT AND (LGPL-2.1-only OR GPL-2.0+)) OR GPL-2.0-only WITH Classpath-exception-2.0", true)]
    [InlineData("", false)]
    [InlineData("MIT Apache-2.0", false)]
    [InlineData("MIT OR OR BSD", false)]
    [InlineData("(MIT", false)]
    [InlineData("MIT)", false)]
    [InlineData("MIT/BSD", false)]
    [InlineData("WITH MIT", false)]
    public void Licence_expressions_have_a_grammar(string text, bool valid) => Assert.Equal(valid, LicenseExpression.IsValid(text));

    [Theory]
    [InlineData("pkg:nuget/Npgsql@10.0.3", true)]
    [InlineData("pkg:npm/%40sigstore/verify@3.1.1", true)]
    [InlineData("pkg:deb/debian/libc6@2.36-9%2Bdeb12u14?arch=amd64&distro=debian-12", true)]
    [InlineData("pkg:npm/@sigstore/verify@3.1.1", false)]
    [InlineData("pkg:nuget", false)]
    [InlineData("nuget/Npgsql@10.0.3", false)]
    [InlineData("pkg:nuget/Npgsql@", false)]
    [InlineData("pkg:nuget/Np gsql@1", false)]
    public void Package_urls_have_a_form(string text, bool valid) => Assert.Equal(valid, PackageUrl.IsValid(text));

    [Fact]
    public void Package_urls_are_made_in_that_form()
    {
        Assert.Equal("pkg:npm/%40sigstore/verify@3.1.1", PackageUrl.Npm("@sigstore/verify", "3.1.1"));
        Assert.Equal("pkg:nuget/A@1.0.0%2Bb", PackageUrl.NuGet("A", "1.0.0+b"));
        var oci = PackageUrl.Oci("mcr.microsoft.com/dotnet/aspnet", Digest.Of(""));
        Assert.StartsWith("pkg:oci/aspnet@sha256%3A", oci, StringComparison.Ordinal);
        Assert.EndsWith("?repository_url=mcr.microsoft.com%2Fdotnet%2Faspnet", oci, StringComparison.Ordinal);
        Assert.True(PackageUrl.IsValid(oci));
    }

    [Fact]
    public void Bytes_are_utf8_with_lines_for_people() =>
        Assert.StartsWith("{\n  \"bomFormat\": \"CycloneDX\",\n", Encoding.UTF8.GetString(SbomWriter.Write(Sample)), StringComparison.Ordinal);
}
