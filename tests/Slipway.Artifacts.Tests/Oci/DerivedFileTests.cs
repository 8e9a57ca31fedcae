using System.Text.Json;
using Slipway.Artifacts.Oci;
using Slipway.Evidence.Releases;
using Slipway.Model.Problems;

namespace Slipway.Artifacts.Tests.Oci;

/// <summary>What nobody signs, because it follows from what is signed.</summary>
public sealed class DerivedFileTests : IDisposable
{
    private readonly Yard _yard = new();

    [Fact]
    public async Task A_statement_refers_to_the_image_in_the_form_of_cosign()
    {
        var folder = await _yard.SignedAsync(_yard.ImageDraft);

        var index = Layouts.Json(folder, "oci/index.json").GetProperty("manifests").EnumerateArray().ToArray();
        // Statements come last, by name: provenance, then the SBOM.
        var manifest = Layouts.Json(folder, Blob(index[^2]));
        Assert.Equal("application/vnd.dev.sigstore.bundle.v0.3+json", manifest.GetProperty("artifactType").GetString());
        Assert.Equal(index[0].GetProperty("digest").GetString(), manifest.GetProperty("subject").GetProperty("digest").GetString());
        Assert.Equal(["dsse-envelope", "https://slsa.dev/provenance/v1"], manifest.GetProperty("annotations").EnumerateObject().Select(hint => hint.Value.GetString()));
        Assert.Equal("dev.cosignproject.cosign/image", index[0].GetProperty("annotations").GetProperty("kind").GetString());
        Assert.Equal(File.ReadAllBytes(Yard.Bundle(folder)), File.ReadAllBytes(Path.Combine(folder, Blob(manifest.GetProperty("layers")[0]))));
        Assert.True((await _yard.VerifyAsync(folder)).Passed);
    }

    [Fact]
    public async Task Signing_with_another_key_leaves_nothing_of_the_first()
    {
        var folder = await _yard.SignedAsync(_yard.ImageDraft);
        var before = Blobs(folder);

        await _yard.SignAsync(folder, Yard.NewReleaseKey());

        Assert.Equal(before.Length, Blobs(folder).Length);
        // Each statement's blob and its manifest.
        Assert.Equal(2 * Directory.GetFiles(Path.Combine(folder, "attestations")).Length, before.Except(Blobs(folder)).Count());
    }

    [Theory]
    [InlineData("oci/index.json")]
    [InlineData("the statement")]
    [InlineData("its manifest")]
    public async Task One_that_was_altered_or_is_gone_fails_verify_and_is_named(string what)
    {
        var folder = await _yard.SignedAsync(_yard.ImageDraft);
        var manifest = Blob(Layouts.Json(folder, "oci/index.json").GetProperty("manifests").EnumerateArray().Last());
        var path = what switch
        {
            "the statement" => Blob(Layouts.Json(folder, manifest).GetProperty("layers")[0]),
            "its manifest" => manifest,
            _ => what,
        };

        File.AppendAllText(Path.Combine(folder, path), " ");
        var altered = (await _yard.VerifyAsync(folder)).Problems;
        File.Delete(Path.Combine(folder, path));
        var gone = (await _yard.VerifyAsync(folder)).Problems;

        Assert.Equal([("SLP4050", path)], altered.Select(problem => (problem.Code, problem.File!)));
        Assert.Equal([("SLP4051", path)], gone.Select(problem => (problem.Code, problem.File!)));
    }

    [Fact]
    public async Task A_bit_that_turned_in_any_layer_configuration_manifest_or_index_fails_verify_and_is_named()
    {
        var folder = await _yard.SignedAsync(_yard.ImageDraft);
        var files = Directory.GetFiles(Path.Combine(folder, "oci"), "*", SearchOption.AllDirectories);
        // Three layers, configuration and manifest of the image; bundle, SBOM, release and two statements with theirs; what marks a layout.
        Assert.InRange(files.Length, 18, 40);
        foreach (var file in files)
        {
            var bytes = File.ReadAllBytes(file);
            bytes[bytes.Length / 2] ^= 1;
            File.WriteAllBytes(file, bytes);
            var problems = (await _yard.VerifyAsync(folder)).Problems;
            bytes[bytes.Length / 2] ^= 1;
            File.WriteAllBytes(file, bytes);
            Assert.Equal([("SLP4050", Path.GetRelativePath(folder, file).Replace('\\', '/'))], problems.Select(problem => (problem.Code, problem.File!)));
        }
        Assert.Empty((await _yard.VerifyAsync(folder)).Problems);
    }

    [Fact]
    public async Task A_blob_that_nothing_accounts_for_fails_verify()
    {
        var folder = await _yard.SignedAsync(_yard.ImageDraft);
        var path = $"oci/blobs/sha256/{new string('a', 64)}";
        File.WriteAllText(Path.Combine(folder, path), "stowaway");

        Assert.Equal([("SLP4052", path)], (await _yard.VerifyAsync(folder)).Problems.Select(problem => (problem.Code, problem.File!)));
    }

    [Fact]
    public async Task A_blob_that_nothing_accounts_for_is_not_signed_over()
    {
        var folder = (await _yard.WriteAsync(_yard.ImageDraft)).Folder;
        var path = $"oci/blobs/sha256/{new string('a', 64)}";
        File.WriteAllText(Path.Combine(folder, path), "stowaway");

        var refused = await Assert.ThrowsAsync<KnownFailureException>(() => _yard.SignAsync(folder));

        Assert.Equal([("SLP4052", path)], refused.Problems.Select(problem => (problem.Code, problem.File!)));
    }

    [Fact]
    public async Task A_statement_that_was_altered_is_named_itself_when_it_would_be_signed_over()
    {
        var folder = await _yard.SignedAsync(_yard.ImageDraft);
        File.AppendAllText(Yard.Bundle(folder), " ");

        var refused = await Assert.ThrowsAsync<KnownFailureException>(() => _yard.SignAsync(folder));

        Assert.Equal(["attestations/provenance.sigstore.json"], refused.Problems.Select(problem => problem.File!));
    }

    [Fact]
    public async Task They_are_a_function_of_the_content_and_the_statements_alone()
    {
        var written = await _yard.WriteAsync(_yard.ImageDraft);
        KeyValuePair<string, ReadOnlyMemory<byte>>[] statements = [new("attestations/b.sigstore.json", "[]"u8.ToArray()), new("attestations/a.sigstore.json", "no JSON"u8.ToArray())];

        var one = DerivedFiles.Of(written.Manifest, statements);
        var other = DerivedFiles.Of(written.Manifest, statements.Reverse());

        Assert.Equal(one.Select(Text), other.Select(Text));
        Assert.Equal(7, one.Count);
        Assert.DoesNotContain(one, file => written.Manifest.Content.Files.Any(known => known.Path == file.Key));
        static string Text(KeyValuePair<string, ReadOnlyMemory<byte>> file) => $"{file.Key} {Convert.ToHexString(file.Value.Span)}";
    }

    [Fact]
    public async Task A_release_without_a_layout_has_none()
    {
        var written = await _yard.WriteAsync();
        Assert.Empty(DerivedFiles.Of(written.Manifest, []));
        Assert.False(Directory.Exists(Path.Combine(written.Folder, LayoutPath.Folder)));
        Assert.Equal("is kept for the release's own use", ReleasePath.Fault("oci/index.json"));
    }

    public void Dispose() => _yard.Dispose();

    private static string Blob(JsonElement descriptor) => $"oci/blobs/sha256/{descriptor.GetProperty("digest").GetString()!["sha256:".Length..]}";

    private static string[] Blobs(string folder) => [.. Directory.GetFiles(Path.Combine(folder, "oci", "blobs", "sha256")).Select(file => Path.GetFileName(file))];
}
