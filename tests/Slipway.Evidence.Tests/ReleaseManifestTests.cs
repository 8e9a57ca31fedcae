using System.Text;
using CsCheck;
using Slipway.Evidence.Releases;
using Slipway.Machine.Processes;
using Slipway.Model;

namespace Slipway.Evidence.Tests;

public sealed class ReleaseManifestTests
{
    private static readonly string Written = Encoding.UTF8.GetString(ReleaseManifestWriter.Write(Sample.Manifest));

    [Fact]
    public void What_was_written_reads_back_with_the_same_digest()
    {
        var read = ReleaseManifestReader.Read(ReleaseManifestWriter.Write(Sample.Manifest)).Match(manifest => manifest, problems => throw new FormatException(string.Join('\n', problems)));
        Assert.Equal(Sample.Manifest.Origin, read.Origin);
        Assert.Equal(Sample.Manifest.Content.Files, read.Content.Files);
        Assert.Equal(ReleaseManifestWriter.DigestOf(Sample.Manifest.Content), ReleaseManifestWriter.DigestOf(read.Content));
    }

    [Fact]
    public void The_digest_is_of_the_content_alone()
    {
        var later = Sample.Manifest with { Origin = Sample.Manifest.Origin with { Commit = new('f', 40), Version = "2.0.0" } };
        Assert.Equal(ReleaseManifestWriter.DigestOf(Sample.Manifest.Content), ReleaseManifestWriter.DigestOf(later.Content));
    }

    [Fact]
    public void The_content_has_one_form_which_never_changes()
    {
        const string form = """
            {"files":[{"digest":"sha256:5694d08a2e53ffcae0c3103e5ad6f6076abd960eb1f8a56577040bc1028f702b","path":"app/Catalog.dll","size":4},
            """;
        Assert.StartsWith(form.Trim(), Encoding.UTF8.GetString(ReleaseManifestWriter.WriteContent(Sample.Manifest.Content)), StringComparison.Ordinal);
        Assert.EndsWith("""],"parts":{"app":"app","migrate":"migrate/efbundle"},"unit":"services/catalog"}""",
            Encoding.UTF8.GetString(ReleaseManifestWriter.WriteContent(Sample.Manifest.Content)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Anyone_with_jq_computes_the_same_digest()
    {
        Assert.SkipWhen(Executables.Find("jq") is null, "jq is not installed.");
        var request = ProcessRequest.For("jq", "-jcS", ".content") with { StandardInput = Written };
        var result = await new ProcessRunner().RunAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(ReleaseManifestWriter.DigestOf(Sample.Manifest.Content), Digest.Of(result.Output));
    }

    [Theory]
    [InlineData("\"path\": \"app/Catalog.dll\"", "\"path\": \"../Catalog.dll\"", "SLP4004", "leaves the release's folder")]
    [InlineData("\"path\": \"app/Catalog.dll\"", "\"path\": \"app/../../x\"", "SLP4004", "leaves the release's folder")]
    [InlineData("\"path\": \"app/Catalog.dll\"", "\"path\": \"/etc/passwd\"", "SLP4004", "is absolute")]
    [InlineData("\"path\": \"app/Catalog.dll\"", "\"path\": \"C:/x\"", "SLP4004", "is absolute")]
    [InlineData("\"path\": \"app/Catalog.dll\"", "\"path\": \"app\\\\Catalog.dll\"", "SLP4004", "has a backslash")]
    [InlineData("\"path\": \"app/Catalog.dll\"", "\"path\": \"app//Catalog.dll\"", "SLP4004", "has an empty segment")]
    [InlineData("\"path\": \"app/Catalog.dll\"", "\"path\": \"app/\\u0007\"", "SLP4004", "has a control character")]
    [InlineData("\"path\": \"app/Catalog.dll\"", "\"path\": \"Release.json\"", "SLP4004", "is kept for the release's own use")]
    [InlineData("\"path\": \"app/Catalog.dll\"", "\"path\": \"attestations/provenance.sigstore.json\"", "SLP4004", "is kept for the release's own use")]
    [InlineData("\"path\": \"app/Catalog.dll\"", "\"path\": \"migrate/efbundle\"", "SLP4005", "one file where case does not count")]
    [InlineData("\"path\": \"app/Catalog.dll\"", "\"path\": \"MIGRATE/EFBUNDLE\"", "SLP4005", "one file where case does not count")]
    [InlineData("\"path\": \"app/Catalog.dll\"", "\"path\": \"Migrate\"", "SLP4005", "one file where case does not count")]
    [InlineData("sha256:5694", "sha256:569G", "SLP4003", "64 lower-case hexadecimal digits")]
    [InlineData("sha256:5694", "md5:5694", "SLP4003", "64 lower-case hexadecimal digits")]
    [InlineData("\"size\": 4", "\"size\": -4", "SLP4003", "whole number of bytes")]
    [InlineData("\"size\": 4", "\"size\": 4.5", "SLP4003", "whole number of bytes")]
    [InlineData("\"size\": 4", "\"size\": 4, \"size\": 4", "SLP4001", "Duplicate")]
    [InlineData("\"size\": 4", "\"size\": 4, \"sise\": 4", "SLP4002", "unknown key 'sise'; did you mean 'size'?")]
    [InlineData("\"size\": 4", "\"mode\": 4", "SLP4002", "lacks the key 'size'")]
    [InlineData("\"size\": 4", "\"size\": 4.0", "SLP4003", "whole number of bytes")]
    [InlineData("\"size\": 4", "\"size\":  4", "SLP4006", "another form")]
    [InlineData("Catalog.dll", "\\u0043atalog.dll", "SLP4006", "another form")]
    [InlineData("services/catalog", "services/Catalog", "SLP4003", "is no unit")]
    [InlineData("services/catalog", "service/catalog", "SLP4003", "is no unit")]
    [InlineData("migrate/efbundle\"\n    }", "elsewhere\"\n    }", "SLP4003", "where no file of the release lies")]
    [InlineData("\"local\"", "\"laptop\"", "SLP4003", "expected local or ci")]
    [InlineData("1.4.1-dev", "../1.4.1-dev", "SLP4003", "origin.version")]
    [InlineData("0123456789abcdef0123456789abcdef01234567", "main", "SLP4003", "origin.commit")]
    [InlineData("6f2c1a52-", "6f2c1a5-", "SLP4003", "is no UUID")]
    [InlineData("\"dirty\": false", "\"dirty\": \"no\"", "SLP4002", "must be true or false")]
    public void A_manifest_that_is_not_as_it_must_be_is_named_for_what_is_wrong(string right, string wrong, string code, string says)
    {
        Assert.Contains(right, Written, StringComparison.Ordinal);
        var at = Written.IndexOf(right, StringComparison.Ordinal);
        var bytes = Encoding.UTF8.GetBytes(Written.Remove(at, right.Length).Insert(at, wrong));
        var problems = ReleaseManifestReader.Read(bytes, "release.json").Problems;
        Assert.Contains(problems, problem => problem.Code == code && problem.Message.Contains(says, StringComparison.OrdinalIgnoreCase));
        Assert.All(problems, problem => Assert.True(problem is { File: "release.json", Mend: not null }));
    }

    [Fact]
    public void Every_problem_is_reported_at_once()
    {
        var bytes = Encoding.UTF8.GetBytes(Written.Replace("sha256:", "sha1:").Replace("\"local\"", "\"moon\""));
        Assert.Equal(4, ReleaseManifestReader.Read(bytes).Problems.Length);
    }

    [Fact]
    public void No_changed_byte_is_read_as_the_same_manifest_and_none_makes_the_reader_throw()
    {
        var bytes = ReleaseManifestWriter.Write(Sample.Manifest);
        var digest = ReleaseManifestWriter.DigestOf(Sample.Manifest.Content);
        Gen.Select(Gen.Int[0, bytes.Length - 1], Gen.Int[1, 255]).Sample((index, change) =>
        {
            var changed = (byte[])bytes.Clone();
            changed[index] ^= (byte)change;
            return ReleaseManifestReader.Read(changed).Match(
                read => ReleaseManifestWriter.DigestOf(read.Content) != digest || read.Origin != Sample.Manifest.Origin,
                problems => !problems.IsEmpty);
        }, iter: 5000);
    }
}
